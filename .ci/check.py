#!/usr/bin/env python3
"""Checks what the compiler cannot: `python3 .ci/check.py [ROOT]`, as `make check` calls it.

Fails on an import that the target does not declare, on ncurses outside Curses, on SQL outside the two modules that
own a database, on a colour outside themes/, on untrusted text taken verbatim where screens are drawn, and on a linked
library that NOTICE does not name. Reports the sizes of the files, longest first.
"""
import json
import pathlib
import re
import subprocess
import sys

# Modules that the toolchain brings.
TOOLCHAIN = {
    "Swift", "Foundation", "FoundationEssentials", "Dispatch", "Synchronization", "Glibc", "Testing", "PackageDescription",
    "CDispatch", "_StringProcessing", "RegexBuilder", "Observation",
}
# Modules that a product hands out under other names than its own.
PRODUCT_MODULES = {
    "Collections": {"Collections", "OrderedCollections", "HeapModule", "DequeModule", "BitCollections", "HashTreeCollections"},
    "NIOFoundationCompat": {"NIOFoundationCompat"},
    "Hummingbird": {"Hummingbird", "HummingbirdCore"},
    "HummingbirdTLS": {"HummingbirdTLS"},
}
SQL_MODULES = {"EvidenceCache", "DetectorEngine"}
# Help texts that show a question as an example.
SQL_EXAMPLES = {"SQLCommand.swift"}
SCREEN_MODULES = {"Console", "TextUI", "Curses"}
IMPORT = re.compile(
    r"^\s*(?:@\w+(?:\([^)]*\))?\s+)*(?:(?:public|package|internal|private|fileprivate)\s+)?"
    r"import\s+(?:(?:struct|class|enum|protocol|func|typealias|let|var)\s+)?(\w+)", re.M)
SQL = re.compile(
    r"\b(?:SELECT\s+[\w*\"(?:]|INSERT\s+(?:OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
    r"|CREATE\s+(?:TABLE|INDEX|UNIQUE|VIEW|TRIGGER|VIRTUAL)\s|DROP\s+(?:TABLE|INDEX|VIEW)\s|PRAGMA\s+\w)")
COLOUR = re.compile(r"#[0-9a-fA-F]{6}\b|0x[0-9a-fA-F]{6}\b(?!_)|\brgb\(\s*\d")


def strings_and_code(text):
    """The text without comments."""
    text = re.sub(r"/\*.*?\*/", lambda m: "\n" * m.group(0).count("\n"), text, flags=re.S)
    return re.sub(r"(?m)(^|\s)//.*$", r"\1", text)


def line_of(text, position):
    return text.count("\n", 0, position) + 1


def declared(package, target):
    names = {target["name"]}
    for dependency in target["dependencies"]:
        for key in ("byName", "target"):
            if key in dependency:
                names.add(dependency[key][0])
        if "product" in dependency:
            product = dependency["product"][0]
            names |= PRODUCT_MODULES.get(product, {product})
    return names


def check_imports(root, package, problems):
    for target in package["targets"]:
        if target["type"] in ("system", "system-target"):
            continue
        folder = "Tests" if target["type"] == "test" else "Sources"
        path = root / (target.get("path") or f"{folder}/{target['name']}")
        allowed = declared(package, target) | TOOLCHAIN
        for file in sorted(path.rglob("*.swift")):
            text = file.read_text(encoding="utf-8")
            code = strings_and_code(text)
            for match in IMPORT.finditer(code):
                if match.group(1) not in allowed:
                    problems.append((file, line_of(code, match.start(1)), f"imports {match.group(1)}, which {target['name']} does not declare"))


def check_sources(root, problems):
    for file in sorted((root / "Sources").rglob("*.swift")):
        module = file.relative_to(root / "Sources").parts[0]
        code = strings_and_code(file.read_text(encoding="utf-8"))
        rules = []
        if module != "Curses":
            rules.append((re.compile(r"\bimport\s+CNcurses\b"), "imports CNcurses; only Curses may"))
        if module not in SQL_MODULES and file.name not in SQL_EXAMPLES:
            rules.append((SQL, "has SQL; only EvidenceCache and DetectorEngine speak it"))
        rules.append((COLOUR, "names a colour; colours live in themes/"))
        if module in SCREEN_MODULES:
            rules.append((re.compile(r"\.verbatim\b"), "takes untrusted text verbatim where screens are drawn"))
        rules.append((re.compile(r"\btry!"), "uses try!"))
        for pattern, message in rules:
            for match in pattern.finditer(code):
                problems.append((file, line_of(code, match.start()), message))


def check_notice(root, package, problems):
    notice = (root / "NOTICE").read_text(encoding="utf-8") if (root / "NOTICE").exists() else ""
    resolved = root / "Package.resolved"
    names = []
    if resolved.exists():
        names = [pin["location"].rstrip("/").split("/")[-1].removesuffix(".git") for pin in json.loads(resolved.read_text())["pins"]]
    for map_file in sorted((root / "Sources").rglob("module.modulemap")):
        names += re.findall(r'^\s*link\s+"(\w+)"', map_file.read_text(), re.M)
    listed = {line.split()[0].lower() for line in notice.splitlines() if line[:1].strip() and len(line.split()) > 1}
    for name in sorted(set(names)):
        if name.lower() not in listed:
            problems.append((root / "NOTICE", 1, f"does not name {name}, which is linked"))


def report_sizes(root):
    sizes = sorted(
        ((len(file.read_text(encoding="utf-8").splitlines()), file) for file in (root / "Sources").rglob("*.swift") if "Generated" not in file.parts),
        reverse=True, key=lambda pair: pair[0])
    if not sizes:
        return
    lengths = [length for length, _ in sizes]
    print(f"files: {len(sizes)}, lines: {sum(lengths)}, median: {lengths[len(lengths) // 2]}, past 250: {sum(l > 250 for l in lengths)}, past 400: {sum(l > 400 for l in lengths)}")
    for length, file in sizes[:5]:
        print(f"  {length:5} {file.relative_to(root)}")


def main():
    root = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ".").resolve()
    package = json.loads(subprocess.check_output(["swift", "package", "--package-path", str(root), "dump-package"]))
    problems = []
    check_imports(root, package, problems)
    check_sources(root, problems)
    check_notice(root, package, problems)
    for file, line, message in problems:
        print(f"{file.relative_to(root)}:{line}: {message}")
    report_sizes(root)
    print(f"{len(problems)} problems" if problems else "no problems")
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
