"""How long the main thread is away at most: one line for each turn of the console's loop, while a long sync runs."""
import os
import random
import signal
import sqlite3
import subprocess
import time

from report import say
from terminal import Terminal

BUDGET = 8.0
# Moves, pages, screens, filters, zooms; every round begins where the one before began.
ROUND = [
    b"gq", b"j" * 8, b"\x06", b"\x06", b"\x02", b"n", b"p", b"/score>0.5 target:agentic_coding\r", b"j" * 4, b"/\x15\r",
    b"gc", b"j" * 4, b"\r", b"\t", b"j" * 4, b"\x1b", b"gt", b"j" * 6, b"gq", b"j" * 3, b"t", b"+", b"+", b"-", b"\t",
    b"j" * 5, b"\x1b", b"\r", b"\t", b"j" * 6, b"\x1b", b"gl", b"gk", b"gs", b":", b"\x1b", b"?", b"\x1b",
]


def turns(trace):
    """Milliseconds of each turn that a trace tells of: update with what it starts, drawing, writing."""
    with open(trace) as file:
        return [sum(int(word) for word in line.split()[2:5]) / 1000 for line in file if len(line.split()) == 5]


def longest(trace):
    """The lines of the turns over the budget: ms since the start, message, µs of update, drawing and writing."""
    with open(trace) as file:
        lines = [line.split() for line in file]
    return [" ".join(line) for line in lines if len(line) == 5 and sum(map(int, line[2:])) > BUDGET * 1000]


def received(cache):
    """How many records a sync has brought so far; 0 before there is a cache."""
    try:
        with sqlite3.connect(f"file:{cache}?mode=ro", uri=True, timeout=5) as database:
            row = database.execute("SELECT records FROM feedState WHERE id = 1").fetchone()
            return row[0] if row else 0
    except sqlite3.Error:
        return 0


def served(detector, state):
    """A detector that serves, and its address."""
    server = subprocess.Popen(
        [detector, "serve", "--state", state, "--listen", "127.0.0.1:0"], stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL)
    return server, server.stdout.readline().decode().strip()


def pressed(terminal, cache, records, sync):
    """Presses keys until enough records are there or the sync has ended, and says how many are."""
    chance = random.Random(1)
    count = 0
    while sync.poll() is None and count < records:
        for keys in ROUND:
            os.write(terminal.file, keys)
            terminal.read(quiet=0.02, limit=0.2 + chance.random() / 5)
        count = received(cache)
    return received(cache)


def during_a_sync(console, detector, state, token, work, records):
    """Syncs so many records into an empty cache, works in the console meanwhile, and prints what its turns took."""
    cache, trace = str(work / "turns.sqlite"), str(work / "trace")
    environment = {"STILLWATCH_CACHE": cache, "STILLWATCH_ANALYST": "bench", "STILLWATCH_TRACE": trace,
                   "HOME": str(work)}
    server, address = served(detector, state)
    sync = None
    try:
        begin = time.monotonic()
        sync = subprocess.Popen(
            [console, "sync", "--detector", address, "--token-file", token, "--cache", cache],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        while received(cache) == 0 and sync.poll() is None:
            time.sleep(0.05)
        terminal = Terminal([console], environment)
        terminal.until(b"stillwatch")
        count = pressed(terminal, cache, records, sync)
        seconds = time.monotonic() - begin
        terminal.close(b"\x03")
    finally:
        for process in (sync, server):
            if process is not None and process.poll() is None:
                process.send_signal(signal.SIGINT)
                process.wait()
    took = sorted(turns(trace))
    print(f"\nturns of the main thread while {count:,} records were synced in {seconds:,.0f} s")
    if count < records:
        print(f"the feed held no more: {records:,} were wanted")
    say("turns", len(took), "")
    for name, share in (("p50", 0.5), ("p99", 0.99), ("longest", 1)):
        say(f"a turn, {name}", took[min(len(took) - 1, int(len(took) * share))], "ms", BUDGET)
    over = sum(turn > BUDGET for turn in took)
    say(f"turns over {BUDGET:g} ms", over, f"of {len(took):,}", 0)
    for line in longest(trace):
        print("   ", line)
