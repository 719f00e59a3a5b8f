"""What it costs to open, scroll, page, resize and hold a list: the queue beside other viewers of a million lines."""
import random
import shutil
import statistics

from report import say
from terminal import ROWS, COLUMNS, Terminal

LINES = 1_000_000
HOME, PAGE_DOWN, PAGE_UP = b"\x1bOH", b"\x1b[6~", b"\x1b[5~"


def measured(command, environment, ready, quit_key, settle=1.0, patience=30.0, top=HOME):
    """The figures of one program, by name; `None` where it never shows what it is waited for.

    - settle: seconds of silence that end its loading, or `patience` seconds do.
    """
    terminal = Terminal(command, environment)
    first = terminal.until(ready)
    if first is None:
        terminal.close(quit_key)
        return None
    terminal.read(quiet=settle, limit=patience)
    terminal.press(top, quiet=0.3)
    for _ in range(ROWS):  # to the last row of the screen, so that each further key scrolls
        terminal.press(b"j")
    rows = [terminal.press(b"j") for _ in range(60)]
    terminal.press(top, quiet=0.3)
    pages = [terminal.press(key) for _ in range(8) for key in (PAGE_DOWN, PAGE_UP)]
    terminal.read(quiet=1, limit=1.5)  # what is drawn once keys rest
    idle = terminal.idle(10)
    sizes = [terminal.resize(40, 120), terminal.resize(ROWS, COLUMNS)]
    figures = {
        "first": first * 1000, "row bytes": statistics.median(len(data) for data, _ in rows),
        "row": statistics.median(last for _, last in rows) * 1000,
        "page bytes": statistics.median(len(data) for data, _ in pages),
        "page": statistics.median(last for _, last in pages) * 1000, "idle": idle,
        "resize": statistics.median(sizes) * 1000, "resident": terminal.resident(),
    }
    terminal.close(quit_key)
    return figures


def lines(path):
    """A million JSON lines of about 300 bytes, the same in each run."""
    chance = random.Random(1)
    words = "ledger harvest template rotate gateway fixture planner verdict reader sample".split()
    with open(path, "w") as file:
        for number in range(LINES):
            text = " ".join(chance.choices(words, k=20))
            file.write(
                f'{{"at":"2026-05-{15 + number * 14 // LINES:02}T{number % 24:02}:{number % 60:02}:00.000Z",'
                f'"account":"acct-{number % 24_000:08x}","model":"model-{"abc"[number % 3]}","in":{number % 4_000},'
                f'"out":{number % 1_000},"text":"{text}"}}\n')


def peers(work):
    """Each peer that is installed: its command, what its first screen shows, how it ends; and the names of the missing."""
    path = str(work / "lines.jsonl")
    lines(path)
    known = {
        "less": dict(command=["less", "-S", path], ready=b"acct-", quit_key=b"q"),
        "tig": dict(command=["sh", "-c", f"tig < {path}"], ready=b"acct-", quit_key=b"Q", settle=5, patience=120),
        "lnav": dict(
            command=["lnav", "-I", str(lnav_format(work)), path], ready=b"acct-", quit_key=b"q", settle=3),
    }
    installed = {name: peer for name, peer in known.items() if shutil.which(name)}
    return installed, [name for name in known if name not in installed]


def lnav_format(work):
    """A folder of settings with a format for the lines."""
    place = work / "lnav" / "formats" / "lines"
    place.mkdir(parents=True)
    (place / "lines.json").write_text(
        '{"$schema": "https://lnav.org/schemas/format-v1.schema.json", "lines_log": {"title": "lines", "json": true,'
        ' "file-pattern": "lines\\\\.jsonl", "timestamp-field": "at", "body-field": "text",'
        ' "line-format": [{"field": "__timestamp__"}, " ", {"field": "account"}, " ", {"field": "model"}, " ",'
        ' {"field": "in"}, " ", {"field": "out"}, " ", {"field": "text"}],'
        ' "value": {"account": {"kind": "string", "identifier": true}, "model": {"kind": "string"},'
        ' "in": {"kind": "integer"}, "out": {"kind": "integer"}, "text": {"kind": "string"}}}}')
    return work / "lnav"


def compare(console, environment, work):
    """Measures the queue and every peer, and prints each figure with its budget and the ratios."""
    installed, missing = peers(work)
    ours = measured([console, "--open", "view:queue"], environment, b"flags", b"q", top=b"gg")
    if ours is None:
        raise SystemExit("the console showed no queue within a minute")
    theirs = {}
    for name, peer in installed.items():
        figures = measured(environment={"HOME": str(work)}, **peer)
        if figures is None:
            missing.append(name)
        else:
            theirs[name] = figures
    print(f"\nthe queue at {ROWS}×{COLUMNS}, beside {', '.join(theirs) or 'nobody'} on {LINES:,} JSON lines")
    if missing:
        print(f"not beside {', '.join(missing)}: not installed, or it showed nothing")
    budgets = [
        ("first list", "first", "ms", 60, False), ("row scroll", "row bytes", "B", 350, True),
        ("row scroll, last byte", "row", "ms", 2, False), ("page", "page bytes", "B", 10_000, True),
        ("page, last byte", "page", "ms", 4, False), ("idle for 10 s", "idle", "B", 0, True),
        ("resize, last byte", "resize", "ms", 30, False), ("resident", "resident", "MB", 64, False),
    ]
    for what, figure, unit, budget, exact in budgets:
        say(what, ours[figure], unit, budget, [(name, each[figure]) for name, each in theirs.items()], exact)
