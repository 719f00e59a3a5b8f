#!/usr/bin/env python3
"""Checks what leaves the programs as files: `exits.py FOLDER` reads every picture, page, table and text below it.

Fails on a picture that is no XML or has another element or attribute than our own drawing, on a page with an element that
runs, loads or leads elsewhere, on a cell that a spreadsheet would take for a formula, and on a character that hides, reorders or
commands. Tests/EndToEndTests writes the folder from a log in which every field attacks.
"""
import csv
import html.parser
import pathlib
import re
import sys
import xml.etree.ElementTree

HOSTILE = re.compile(
    "[\x00-\x09\x0b-\x1f\x7f-\x9f\xad\u061c\u115f\u200b-\u200f\u2028-\u202e\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\ufeff\uffa0"
    "\U000e0000-\U000e01ef]")
# Evidence leaves as it came, in canonical JSON, since its bytes are what is hashed and signed. JSON escapes what commands.
COMMANDING = re.compile("[\x00-\x09\x0b-\x1f]")
VERBATIM = {".json", ".jsonl"}
DRAWN = {"svg", "rect", "g", "text", "tspan", "path", "line", "title"}
DRAWN_ATTRIBUTES = {
    "width", "height", "viewBox", "fill", "x", "y", "font-family", "font-size", "font-weight", "font-style", "stroke",
    "stroke-width", "text-decoration", "textLength", "lengthAdjust", "d", "opacity", "fill-opacity",
    "{http://www.w3.org/XML/1998/namespace}space"}
ACTIVE = {"script", "iframe", "img", "object", "embed", "link", "form", "input", "svg", "math", "base", "video", "audio", "a"}
BAR = re.compile(r"width: ?[0-9.]+%;?")
FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"[+-]?[0-9.,]+(e[+-]?[0-9]+)?")


class Page(html.parser.HTMLParser):
    def __init__(self, path):
        super().__init__()
        self.path, self.problems, self.open = path, [], []

    def handle_starttag(self, tag, attributes):
        if tag in ACTIVE:
            self.problems.append(f"{self.path}: <{tag}>")
        self.problems += [
            f"{self.path}: {name}={value!r} on <{tag}>" for name, value in attributes
            if name.startswith("on") or name in ("src", "href") or name == "style" and not BAR.fullmatch(value)]


def pictures(path, text):
    try:
        root = xml.etree.ElementTree.fromstring(text)
    except xml.etree.ElementTree.ParseError as error:
        return [f"{path}: {error}"]
    problems = []
    for element in root.iter():
        name = element.tag.rpartition("}")[2]
        if name not in DRAWN:
            problems.append(f"{path}: <{name}>")
        problems += [f"{path}: {each} on <{name}>" for each in element.attrib if each not in DRAWN_ATTRIBUTES]
    return problems


def pages(path, text):
    page = Page(path)
    page.feed(text)
    return page.problems


def tables(path, text):
    rows = csv.reader(text.splitlines())
    return [f"{path}: the cell {cell[:40]!r}" for row in rows for cell in row
            if FORMULA.match(cell) and not NUMBER.fullmatch(cell)]


def main():
    csv.field_size_limit(1 << 24)
    kinds = {".svg": pictures, ".html": pages, ".csv": tables}
    problems, counts = [], {}
    for path in sorted(pathlib.Path(sys.argv[1]).rglob("*")):
        if not path.is_file():
            continue
        try:
            text = path.read_bytes().decode()
        except UnicodeDecodeError as error:
            problems.append(f"{path}: {error}")
            continue
        forbidden = COMMANDING if path.suffix in VERBATIM else HOSTILE
        problems += [f"{path}: U+{ord(found):04X}" for found in sorted(set(forbidden.findall(text.replace("\r\n", "\n"))))]
        if path.suffix in kinds:
            problems += kinds[path.suffix](path, text)
        counts[path.suffix] = counts.get(path.suffix, 0) + 1
    print(" ".join(f"{suffix or 'other'}:{count}" for suffix, count in sorted(counts.items())))
    for problem in problems[:40]:
        print(problem)
    return 1 if problems else 0


sys.exit(main())
