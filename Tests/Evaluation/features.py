"""What a model is fitted to: every account of a simulated log with its signals and its truth."""
import json

from feedstate import things


def accounts(detector, log, state):
    """Each account's truth, signals, score and cluster."""
    truth = json.load(open(f"{log}/truth.json"))["accounts"]
    rows = {account: {**one, "signals": {}} for account, one in truth.items()}
    status = {}
    for kind, record in things(detector, state, ["account", "signal", "membership", "cluster"]):
        if kind == "account":
            rows[record["id"]].update(score=record.get("score") or 0, exchanges=record["exchanges"])
        elif kind == "membership":
            rows[record["account"]]["found"] = record["cluster"]
        elif kind == "cluster":
            status[record["id"]] = record["status"]
        elif record["subject"]["kind"] == "account" and record.get("value") is not None:
            rows[record["subject"]["id"]]["signals"][record["name"]] = record["value"]
    for row in rows.values():
        row["status"] = status.get(row.get("found"))
    return {account: row for account, row in rows.items() if "exchanges" in row}


def keeper(detector, folder):
    """Writes the accounts of each run into a folder."""
    folder.mkdir(parents=True, exist_ok=True)

    def keep(scenario, log, state):
        with open(folder / f"{scenario['name']}.json", "w") as file:
            json.dump(accounts(detector, log, state), file)
    return keep
