"""What an exchange costs from a log without text to a score, at several sizes, beside DuckDB on the same log."""
import json
import os
import subprocess
import sys

from report import say

SIZES = [100_000, 1_000_000]
ACCOUNTS = 24_000
START = 1_777_593_600_000  # 2026-05-01
MODELS = ["model-a", "model-b", "model-c", "model-d"]


def log(path, count):
    """A log of `count` lines of about 160 bytes over four weeks: few accounts have most of it. The same in each run."""
    state = 1
    step = 28 * 86_400_000 / count
    with open(path, "w") as file:
        for number in range(count):
            state = (state * 6_364_136_223_846_793_005 + 1_442_695_040_888_963_407) & 0xffff_ffff_ffff_ffff
            share = (state >> 40) / (1 << 24)
            account = int(ACCOUNTS * share * share * share)
            chance = state >> 13
            file.write(
                f'{{"id":"r{number:08x}","time":{START + int(number * step)},"account":"acct-{account:05x}",'
                f'"model":"{MODELS[chance & 3]}","input_tokens":{chance % 3_000},"output_tokens":{chance % 900},'
                f'"ip":"10.{account >> 8}.{account & 255}.{chance & 7}","asn":{64_496 + account % 50}}}\n')


def run(*command):
    """Seconds, seconds of processor and most kB resident of a command that must succeed, and what it printed."""
    read, write = os.pipe()
    process = subprocess.Popen(command, stdout=write, stderr=subprocess.PIPE)
    os.close(write)
    begin = os.times().elapsed
    with os.fdopen(read) as file:
        printed = file.read()
    said = process.stderr.read().decode()
    _, status, usage = os.wait4(process.pid, 0)
    seconds = os.times().elapsed - begin
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode != 0:
        sys.exit(f"{' '.join(command[:2])} failed: {said[-500:]}")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss, printed


DUCKDB = """
import json, sys, time
import duckdb
database = duckdb.connect()
database.execute("SET threads = 2")
database.execute("SET enable_progress_bar = false")
began = time.monotonic()
database.execute('''CREATE TABLE e AS SELECT * FROM read_json(?, format = 'newline_delimited', columns = {
    id: 'VARCHAR', time: 'BIGINT', account: 'VARCHAR', model: 'VARCHAR', input_tokens: 'INTEGER',
    output_tokens: 'INTEGER', ip: 'VARCHAR', asn: 'INTEGER'})''', [sys.argv[1]])
loaded = time.monotonic()
rows = database.execute('''
    WITH gaps AS (SELECT *, time - lag(time) OVER (PARTITION BY account ORDER BY time, id) AS gap FROM e),
         models AS (SELECT account, max(n) AS most FROM (
             SELECT account, model, count(*) AS n FROM e GROUP BY ALL) GROUP BY account)
    SELECT account, count(*), count(DISTINCT model), count(DISTINCT ip), count(DISTINCT asn), sum(input_tokens),
           sum(output_tokens), quantile_disc(gap, [0.1, 0.5, 0.9]), any_value(most),
           histogram(time // 3600000 % 24)
    FROM gaps JOIN models USING (account) GROUP BY account''').fetchall()
print(json.dumps({"load": loaded - began, "aggregate": time.monotonic() - loaded, "accounts": len(rows)}))
"""


def duckdb(path, work):
    """Seconds of DuckDB for the load and the aggregation by account; `None` where it cannot be installed."""
    python = work / "duckdb" / "bin" / "python"
    if not python.exists():
        try:
            subprocess.run([sys.executable, "-m", "venv", work / "duckdb"], check=True, capture_output=True)
            subprocess.run([python, "-m", "pip", "install", "-q", "duckdb"], check=True, capture_output=True, timeout=300)
        except (subprocess.SubprocessError, OSError):
            print("DuckDB cannot be installed here; it is left out.")
            return None
    figures = json.loads(run(str(python), "-c", DUCKDB, path)[3])
    return figures["load"], figures["aggregate"]


def compare(detector, work, sizes):
    """Prints the figures of each size, and the line of what one exchange costs."""
    line = []
    for count in sizes:
        path, state = str(work / "speed.jsonl"), str(work / f"speed-{count}")
        log(path, count)
        print(f"{count:,} exchanges without text, {os.path.getsize(path) / 1e6:,.0f} MB, {ACCOUNTS:,} accounts")
        peer = duckdb(path, work)
        ingest = run(detector, "ingest", "--state", state, path)
        score = run(detector, "score", "--state", state)
        peers = [[("DuckDB", None if peer is None else figure)] for figure in (peer or (0, 0))]
        say("ingest", ingest[0], "s", peers=peers[0])
        say("score", score[0], "s", peers=peers[1])
        whole = [("DuckDB", sum(peer))] if peer else []
        budget = 3 * sum(peer) if peer else None
        say("ingest and score", ingest[0] + score[0], "s", budget, whole)
        say("exchanges a second, ingest", count / ingest[0], "1/s")
        say("most memory", max(ingest[2], score[2]) / 1024, "MB", 2_048)
        line.append((count, 1e6 * ingest[1] / count, 1e6 * score[1] / count))
        subprocess.run(["rm", "-rf", state], check=True)
    for count, ingest, score in line:
        print(f"{count:>12,} exchanges: {ingest:6.1f} µs of processor each to ingest, {score:6.1f} to score")


def with_text(detector, work, accounts=2_400, count=100_000):
    """Prints what exchanges with text cost to take in."""
    path, state = str(work / "text-log"), str(work / "text-state")
    run(detector, "simulate", "--out", path, "--accounts", str(accounts), "--exchanges", str(count), "--seed", "1")
    subprocess.run(["gunzip", f"{path}/log.jsonl.gz"], check=True)
    size = os.path.getsize(f"{path}/log.jsonl")
    seconds, processor, memory, _ = run(detector, "ingest", "--state", state, f"{path}/log.jsonl")
    print(f"{count:,} exchanges with text, {size / 1e6:,.0f} MB")
    say("exchanges a second, with text", count / seconds, "1/s")
    say("log a second", size / seconds / 1e6, "MB/s")
    say("processor, an exchange", 1e6 * processor / count, "µs")
    say("most memory", memory / 1024, "MB", 2_048)
