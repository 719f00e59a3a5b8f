#!/usr/bin/env python3
"""Plants one violation of each kind in a copy of the checkout and sees check.py refuse it."""
import pathlib
import shutil
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
PLANTED = [
    ("Sources/Evidence/Planted.swift", "import GRDB\n", "imports GRDB, which Evidence does not declare"),
    ("Sources/Console/Planted.swift", "import Hummingbird\n", "imports Hummingbird, which Console does not declare"),
    ("Sources/TextUI/Planted.swift", "private import CNcurses\n", "imports CNcurses; only Curses may"),
    ("Sources/Console/Planted.swift", 'let question = "SELECT id FROM flag"\n', "has SQL"),
    ("Sources/TextUI/Planted.swift", 'let red = "#ff5555"\n', "names a colour"),
    ("Sources/Console/Planted.swift", "let text = account.text.verbatim\n", "takes untrusted text verbatim"),
    ("Sources/Feed/Planted.swift", "let page = try! read()\n", "uses try!"),
    ("Sources/CPlanted/module.modulemap", 'module CPlanted {\n    link "planted"\n}\n', "does not name planted, which is linked"),
]


def run(root):
    result = subprocess.run([sys.executable, str(HERE / "check.py"), str(root)], capture_output=True, text=True)
    return result.returncode, result.stdout + result.stderr


def main():
    failed = 0
    with tempfile.TemporaryDirectory() as folder:
        root = pathlib.Path(folder) / "checkout"
        keep = ["Package.swift", "NOTICE", "Sources", "Tests"]
        root.mkdir()
        for name in keep:
            source = HERE.parent / name
            if source.is_dir():
                shutil.copytree(source, root / name)
            elif source.exists():
                shutil.copy(source, root / name)
        resolved = HERE.parent / "Package.resolved"
        if resolved.exists():
            shutil.copy(resolved, root / "Package.resolved")
        status, output = run(root)
        if status != 0:
            print(output)
            print("0 passed, 1 failed: the checkout itself has problems")
            return 1
        for path, text, expected in PLANTED:
            file = root / path
            file.parent.mkdir(exist_ok=True)
            file.write_text(text)
            status, output = run(root)
            file.unlink()
            if status != 1 or expected not in output:
                failed += 1
                print(f"{path}: planted “{text.strip()}”, expected “{expected}”, got status {status}:\n{output}")
    print(f"checks: {len(PLANTED) - failed} passed, {failed} failed")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
