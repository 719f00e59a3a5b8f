"""What the way from a log to a cache costs: ingest, score, serve, sync."""
import os
import subprocess
import sys
import time

from report import say


def timed(*command, **more):
    """Seconds of a command that must succeed, and what it printed."""
    begin = time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True, **more)
    return time.monotonic() - begin, done.stdout.decode()


def scored(detector, state, log, accounts, exchanges, text=True):
    """Makes a scored state from a simulated log, and gives the log's path and the seconds of ingest and score."""
    more = [] if text else ["--no-text"]
    timed(detector, "simulate", "--out", log, "--accounts", str(accounts), "--exchanges", str(exchanges), "--seed", "1",
          *more)
    subprocess.run(["gunzip", "--keep", f"{log}/log.jsonl.gz"], check=True)
    ingest, _ = timed(detector, "ingest", "--state", state, f"{log}/log.jsonl")
    score, _ = timed(detector, "score", "--state", state)
    return f"{log}/log.jsonl", ingest, score


def token(detector, state, path):
    """Makes a token that may read, and gives the path of its file."""
    path.write_text(timed(detector, "token", "new", "--state", state, "--name", "bench", "--scope", "read,label,text")[1])
    return str(path)


def compare(console, detector, work, accounts, exchanges):
    """Prints each step beside a peer, and gives the environment of a console on the cache that was synced."""
    state, cache = str(work / "state"), str(work / "cache.sqlite")
    log, ingest, score = scored(detector, state, str(work / "log"), accounts, exchanges)
    print(f"{accounts:,} accounts, {exchanges:,} exchanges, {os.path.getsize(log) / 1e6:,.0f} MB of log")
    python, _ = timed(sys.executable, "-c", f"import json\nfor line in open({log!r}): json.loads(line)")
    say("ingest", ingest, "s", peers=[("python's json.loads", python)])
    say("score", score, "s", peers=[("python's json.loads", python)])

    server = subprocess.Popen(
        [detector, "serve", "--state", state, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL)
    try:
        address = server.stdout.readline().decode().strip()
        environment = {"STILLWATCH_CACHE": cache, "STILLWATCH_ANALYST": "bench"}
        sync, _ = timed(console, "sync", "--detector", address, "--token-file", token(detector, state, work / "token"),
                        env=os.environ | environment)
    finally:
        server.terminate()
        server.wait()
    say("sync, records of all kinds", sync, "s", peers=[("sqlite3 .import of the exchanges", imported(cache, work))])
    say("cache with text and its index", os.path.getsize(cache) / exchanges, "B/exch.")
    return environment


def imported(cache, work):
    """Seconds that sqlite3's own import takes for the cache's exchanges, into a plain table with their columns."""
    rows, copy = work / "rows.csv", str(work / "copy.sqlite")
    columns = [line.split("|")[1:3] for line in timed("sqlite3", cache, "PRAGMA table_info(exchange)")[1].splitlines()]
    chosen = ", ".join(f'hex("{name}")' if kind == "BLOB" else f'"{name}"' for name, kind in columns)
    with rows.open("w") as file:
        subprocess.run(["sqlite3", "-csv", cache, f"SELECT {chosen} FROM exchange"], stdout=file, check=True)
    timed("sqlite3", copy, "CREATE TABLE exchange (" + ", ".join(f'"{name}" {kind}' for name, kind in columns) + ")")
    return timed("sqlite3", copy, ".mode csv", f".import {rows} exchange")[0]
