"""When requests of a service arrive and how much it answers: recorded traces of two services, or made-up ones."""
import csv
import datetime
import gzip
import pathlib
import random

# A code service and a chat service, made up: requests, how unevenly they follow each other, and the logarithms' mean and
# deviation of the tokens that were generated. Set by eye after the recorded ones.
MADE_UP = {"code": (8_000, 1.8, 2.7, .9), "conv": (19_000, .9, 4.8, 1.0)}


class Traffic:
    """Gaps between requests, as multiples of their mean, and the tokens generated, of each service."""

    def __init__(self):
        self.gaps, self.generated = {}, {}

    def add(self, service, gaps, generated):
        """Takes in a service's trace."""
        mean = sum(gaps) / len(gaps)
        self.gaps[service] = [gap / mean for gap in gaps]
        self.generated[service] = generated

    def burst(self, rng, count, start, gap, service="conv"):
        """So many times from start on with the gaps of a service, scaled to a mean of `gap` seconds."""
        gaps = self.gaps[service]
        place, time, times = rng.randrange(len(gaps)), start, []
        for step in range(count):
            times.append(time)
            time += gaps[(place + step) % len(gaps)] * gap
        return times


def recorded(folder):
    """The traces AzureLLMInferenceTrace_{code,conv}.csv.gz of a folder."""
    traffic = Traffic()
    for service in MADE_UP:
        with gzip.open(pathlib.Path(folder) / f"AzureLLMInferenceTrace_{service}.csv.gz", "rt") as file:
            rows = list(csv.DictReader(file))
        times = [datetime.datetime.fromisoformat(row["TIMESTAMP"][:26]).timestamp() for row in rows]
        gaps = [later - earlier for earlier, later in zip(times, times[1:])]
        traffic.add(service, gaps, [int(row["GeneratedTokens"]) for row in rows])
    return traffic


def made_up():
    """Traces with heavy-tailed gaps and lengths; always the same."""
    rng, traffic = random.Random("traffic"), Traffic()
    for service, (count, spread, *length) in MADE_UP.items():
        gaps = [rng.lognormvariate(0, spread) for _ in range(count)]
        traffic.add(service, gaps, [1 + int(rng.lognormvariate(*length)) for _ in range(count)])
    return traffic
