"""What the feed of a detector's state says, read from its database: rows of `feedRecord`, and blocks of `feedBlock`."""
import json
import sqlite3
import struct


def things(state, kinds):
    """Each thing of these kinds that the feed has: its kind, and its document."""
    marks = ",".join("?" * len(kinds))
    with sqlite3.connect(f"file:{state}/state.sqlite?mode=ro", uri=True) as database:
        for kind, text in database.execute(
                f"SELECT kind, document FROM feedRecord WHERE kind IN ({marks}) ORDER BY sequence", kinds):
            if text:
                yield kind, json.loads(text)
        for kind, ended, records in database.execute(
                f"""SELECT kind, ended, records FROM feedBlock JOIN feedContent ON block = first
                    WHERE kind IN ({marks}) AND kind <> 'exchange' ORDER BY first""", kinds):
            for number, row in enumerate(rows(records)):
                if ended and ended[number // 8] >> number % 8 & 1:
                    continue
                document = last_part(row)
                if document:
                    yield kind, json.loads(document)


def rows(block):
    """The rows of a block: `rows, texts`, the end of each row, the end of each text, the rows, the texts."""
    count, texts = struct.unpack_from("<II", block)
    ends = struct.unpack_from(f"<{count}I", block, 8)
    first = 8 + 4 * (count + texts)
    return [block[first + start:first + end] for start, end in zip((0, *ends), ends)]


def last_part(row):
    """The document of a row of an id, a revision and a document, which the end of a thing lacks."""
    size, place = number(row, 0)
    _, place = number(row, place + size)
    if place == len(row):
        return None
    size, place = number(row, place)
    return row[place:place + size]


def number(row, place):
    """A number of seven bits a byte, the low ones first, and the place after it."""
    value = shift = 0
    while True:
        value |= (row[place] & 0x7f) << shift
        place += 1
        if row[place - 1] < 0x80:
            return value, place
        shift += 7
