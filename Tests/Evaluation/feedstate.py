"""What the feed of a detector's state says, asked of the detector as a console asks."""
import json
import subprocess
import urllib.request


def things(detector, state, kinds):
    """Each thing of these kinds that the feed has: its kind, and its document."""
    token = json.loads(subprocess.run([detector, "token", "new", "--state", state, "--name", "evaluation", "--json"],
                                      check=True, capture_output=True, text=True).stdout)["token"]
    serving = subprocess.Popen([detector, "serve", "--state", state, "--listen", "127.0.0.1:0"],
                               stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    try:
        address = serving.stdout.readline().strip()
        for record in records(address, token):
            if record["kind"] in kinds and "doc" in record:
                yield record["kind"], record["doc"]
    finally:
        serving.terminate()
        serving.wait()


def records(address, token):
    """The records of all pages of the feed."""
    after = ""
    while True:
        request = urllib.request.Request(f"{address}/v1/feed?limit=10000{after}", headers={"Authorization": f"Bearer {token}"})
        with urllib.request.urlopen(request) as page:
            lines = page.read().splitlines()
        yield from map(json.loads, lines[1:-1])
        end = json.loads(lines[-1])
        if not end["more"]:
            return
        after = f"&after={end['next']}"
