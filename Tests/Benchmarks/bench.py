#!/usr/bin/env python3
"""Measures the programs beside their peers in one run: `bench.py BIN [--accounts N] [--exchanges M]`, as `make bench` calls it.

Prints each figure with its budget and with the ratio to a peer that did the like in the same run, since a number of
seconds says more about the machine than about the program. Bytes are exact, so a budget of bytes that is passed
fails the run; times never do.
"""
import argparse
import os
import pathlib
import pty
import re
import select
import shutil
import statistics
import struct
import fcntl
import subprocess
import sys
import tempfile
import termios
import time

ROWS, COLUMNS = 50, 200


class Terminal:
    """A program in a terminal of its own."""

    def __init__(self, command, environment):
        self.started = time.monotonic()
        self.pid, self.file = pty.fork()
        if self.pid == 0:
            os.environ.update(environment, TERM="xterm-256color", LC_ALL="C.UTF-8")
            os.execvp(command[0], command)
        fcntl.ioctl(self.file, termios.TIOCSWINSZ, struct.pack("HHHH", ROWS, COLUMNS, 0, 0))

    def read(self, quiet=0.06, limit=20.0):
        """What it sends until it is quiet: the bytes, and seconds until the last of them."""
        begin = last = time.monotonic()
        data = b""
        while time.monotonic() - begin < limit:
            wait = quiet if data else limit
            if not select.select([self.file], [], [], wait)[0]:
                break
            try:
                chunk = os.read(self.file, 1 << 16)
            except OSError:
                break
            data += chunk
            last = time.monotonic()
        return data, last - begin

    def press(self, key):
        os.write(self.file, key)
        return self.read(limit=3)

    def resident(self):
        """Megabytes in memory."""
        status = pathlib.Path(f"/proc/{self.pid}/status").read_text()
        return int(re.search(r"VmRSS:\s+(\d+)", status)[1]) / 1024

    def idle(self, seconds):
        """Bytes sent in some seconds without a key."""
        end, sent = time.monotonic() + seconds, 0
        while (left := end - time.monotonic()) > 0:
            if select.select([self.file], [], [], left)[0]:
                sent += len(os.read(self.file, 1 << 16))
        return sent

    def close(self, key):
        os.write(self.file, key)
        try:
            self.read(limit=1)
        finally:
            os.close(self.file)
            os.waitpid(self.pid, 0)


def scroll(command, environment, quit_key):
    """First screen, a row, a page, idleness and memory of a program that shows a list."""
    terminal = Terminal(command, environment)
    data, last = terminal.read(quiet=0.4)
    first = last
    for _ in range(ROWS):  # to the last row of the screen, so that each further key scrolls
        terminal.press(b"j")
    rows = [terminal.press(b"j") for _ in range(60)]
    terminal.press(b"g")
    terminal.press(b"g")
    pages = [terminal.press(key) for _ in range(8) for key in (b"\x06", b"\x1b[5~")]
    terminal.read(quiet=1, limit=1.5)  # what is drawn once keys rest
    result = {
        "first": first * 1000, "row bytes": statistics.median(len(d) for d, _ in rows),
        "row": statistics.median(t for _, t in rows) * 1000,
        "page bytes": statistics.median(len(d) for d, _ in pages),
        "page": statistics.median(t for _, t in pages) * 1000, "resident": terminal.resident(),
        "idle": terminal.idle(10),
    }
    terminal.close(quit_key)
    return result


def timed(*command, **more):
    begin = time.monotonic()
    done = subprocess.run(command, check=True, capture_output=True, **more)
    return time.monotonic() - begin, done.stdout.decode()


failures = []


def say(what, ours, unit, budget=None, peer=None, peer_name="", exact=False):
    """One line of the report."""
    ratio = f"{ours / peer:8.2f} × {peer_name} ({peer:,.1f})" if peer else ""
    verdict = "" if budget is None else f"budget {budget:,g}" + ("" if ours <= budget else "  OVER")
    if exact and budget is not None and ours > budget:
        failures.append(what)
    print(f"{what:34} {ours:12,.1f} {unit:8} {verdict:24} {ratio}", flush=True)


def main():
    options = argparse.ArgumentParser()
    options.add_argument("bin", type=pathlib.Path)
    options.add_argument("--accounts", type=int, default=4800)
    options.add_argument("--exchanges", type=int, default=60000)
    given = options.parse_args()
    console, detector = str(given.bin / "stillwatch"), str(given.bin / "stillwatch-detector")
    work = pathlib.Path(tempfile.mkdtemp(prefix="stillwatch-bench-"))
    server = None
    try:
        state, log, cache = str(work / "state"), str(work / "log"), str(work / "cache.sqlite")
        timed(detector, "simulate", "--out", log, "--accounts", str(given.accounts),
              "--exchanges", str(given.exchanges), "--seed", "1")
        subprocess.run(f"gunzip -k {log}/log.jsonl.gz", shell=True, check=True)
        megabytes = os.path.getsize(log + "/log.jsonl") / 1e6
        print(f"{given.accounts:,} accounts, {given.exchanges:,} exchanges, {megabytes:,.0f} MB of log\n")

        python, _ = timed(sys.executable, "-c", f"import json\nfor l in open({log!r} + '/log.jsonl'): json.loads(l)")
        ingest, _ = timed(detector, "ingest", "--state", state, log + "/log.jsonl")
        say("ingest", ingest, "s", peer=python, peer_name="python's json.loads")
        score, _ = timed(detector, "score", "--state", state)
        say("score", score, "s", peer=python, peer_name="python's json.loads")

        _, token = timed(detector, "token", "new", "--state", state, "--name", "bench", "--scope", "read,label,text")
        (work / "token").write_text(token)
        server = subprocess.Popen(
            [detector, "serve", "--state", state, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL)
        address = server.stdout.readline().decode().strip()
        environment = {"STILLWATCH_CACHE": cache, "STILLWATCH_ANALYST": "bench"}
        sync, _ = timed(console, "sync", "--detector", address, "--token-file", str(work / "token"),
                        env=os.environ | environment)
        peer = imported(cache, work)
        say("sync, records of all kinds", sync, "s", peer=peer, peer_name="sqlite3 .import of the exchanges")
        size = os.path.getsize(cache) / given.exchanges
        say("cache with text and its index", size, "B/exch.")

        flags = timed(console, "query", "", "--format", "jsonl", "--limit", "100000", env=os.environ | environment)[1]
        (work / "flags.jsonl").write_text(flags * 40)
        less = scroll(["less", "-S", str(work / "flags.jsonl")], environment, b"q")
        ours = scroll([console], environment, b"q")
        print()
        say("first list", ours["first"], "ms", 60, less["first"], "less -S")
        say("row scroll", ours["row bytes"], "B", 350, less["row bytes"], "less -S", exact=True)
        say("row scroll, last byte", ours["row"], "ms", 2, less["row"], "less -S")
        say("page", ours["page bytes"], "B", 10_000, less["page bytes"], "less -S", exact=True)
        say("page, last byte", ours["page"], "ms", 4, less["page"], "less -S")
        say("idle for 10 s", ours["idle"], "B", 0, exact=True)
        say("resident", ours["resident"], "MB", 64, less["resident"], "less -S")
    finally:
        if server:
            server.terminate()
            server.wait()
        shutil.rmtree(work)
    if failures:
        sys.exit("over a budget of bytes: " + ", ".join(failures))


def imported(cache, work):
    """Seconds that sqlite3's own import takes for the cache's exchanges, into a plain table with their columns."""
    rows, copy = work / "rows.csv", str(work / "copy.sqlite")
    columns = [line.split("|")[1:3] for line in timed("sqlite3", cache, "PRAGMA table_info(exchange)")[1].splitlines()]
    chosen = ", ".join(f'hex("{name}")' if kind == "BLOB" else f'"{name}"' for name, kind in columns)
    with rows.open("w") as file:
        subprocess.run(["sqlite3", "-csv", cache, f"SELECT {chosen} FROM exchange"], stdout=file, check=True)
    timed("sqlite3", copy, "CREATE TABLE exchange (" + ", ".join(f'"{name}" {kind}' for name, kind in columns) + ")")
    return timed("sqlite3", copy, ".mode csv", f".import {rows} exchange")[0]


main()
