"""A small log, made and read again, as the checks look at it."""
import contextlib
import gzip
import hashlib
import io
import json
import pathlib

import simulate

ACCOUNTS, CAMPAIGN, CAMPAIGNS = 260, 6, 2


class Made:
    """What a run wrote."""

    def __init__(self, folder, corpus_path, options):
        words = f"--out {folder} --texts {corpus_path} --accounts {ACCOUNTS} --campaign-size {CAMPAIGN} --days 1 {options}"
        with contextlib.redirect_stdout(io.StringIO()):
            simulate.main(words.split())
        files = sorted(pathlib.Path(folder).iterdir())
        self.digest = hashlib.sha256(b"".join(file.read_bytes() for file in files)).hexdigest()
        with gzip.open(f"{folder}/log.jsonl.gz", "rt") as file:
            self.lines = [json.loads(line) for line in file]
        with gzip.open(f"{folder}/truth-exchanges.jsonl.gz", "rt") as file:
            self.exchanges = {record["id"]: record for record in map(json.loads, file)}
        self.accounts = json.load(open(f"{folder}/truth.json"))["accounts"]
        self.sent = [line for line in self.lines if "account" in line]
        self.harvesters = {name for name, own in self.accounts.items() if own["label"] in ("distillation", "mixed")}

    def theirs(self):
        """The exchanges of harvesters, and those of all others."""
        return split(self.sent, lambda line: line["account"] in self.harvesters)

    def harvested(self):
        """The exchanges that are a harvest, and all others."""
        return split(self.sent, lambda line: self.exchanges[line["id"]]["harvest"])


def split(items, chosen):
    """Those that are chosen, and the others."""
    return [item for item in items if chosen(item)], [item for item in items if not chosen(item)]
