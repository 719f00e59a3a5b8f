"""When requests of a service arrive and how much it answers: a recorded trace, or a made-up one of much the same spread."""
import bisect
import csv
import gzip
import random
import statistics

# A code service and a chat service.
SERVICES = ("code", "conv")
# The made-up trace, an hour long: requests, how unevenly they follow each other, and the logarithms' mean and deviation of
# the tokens in and out. Set by eye after the quantiles of the two recorded ones.
MADE_UP = {"code": (9_000, 1.9, (7.3, 1.1), (2.7, 0.9)), "conv": (19_000, 1.0, (6.9, 0.9), (4.9, 0.8))}


class Traffic:
    """The traces of both services: for each, requests as (seconds, tokens in, tokens out), in the order of time."""

    def __init__(self, traces):
        self.times, self.gaps, self.sizes = {}, {}, {}
        for service, requests in traces.items():
            times = [time - requests[0][0] for time, _, _ in requests]
            gaps = [later - earlier for earlier, later in zip(times, times[1:]) if later > earlier]
            mean = statistics.fmean(gaps)
            sizes = sorted((tokens_in, tokens_out) for _, tokens_in, tokens_out in requests)
            self.times[service] = times
            self.gaps[service] = [gap / mean for gap in gaps]
            self.sizes[service] = [size[0] for size in sizes], [size[1] for size in sizes]

    def gap(self, rng, service="conv"):
        """A gap between requests, as a multiple of the mean one."""
        gaps = self.gaps[service]
        return gaps[rng.randrange(len(gaps))]

    def generated(self, tokens_in, service, rng):
        """The tokens that the service generated for a request of about this size."""
        sizes_in, sizes_out = self.sizes[service]
        place = bisect.bisect(sizes_in, tokens_in) + rng.randint(-300, 300)
        return sizes_out[min(len(sizes_in) - 1, max(0, place))]

    def arrivals(self, count, span, rng):
        """So many arrivals over a span of seconds, with the shape of a piece of the trace."""
        times = self.times["conv"]
        if count >= len(times) - 2:
            return sorted(rng.random() * span for _ in range(count))
        step = max(1, min(rng.choice([1, 2, 5, 13, 40]), (len(times) - 2) // max(1, count)))
        first = rng.randrange(len(times) - count * step)
        piece = [times[first + place * step] for place in range(count + 1)]
        length = max(1e-6, piece[-1] - piece[0])
        return [(time - piece[0]) / length * span for time in piece[:-1]]

    def within_hour(self, rng):
        """A second of the hour."""
        times = self.times["conv"]
        return times[rng.randrange(len(times))] % 3600


def recorded(folder):
    """The traces AzureLLMInferenceTrace_{code,conv}.csv.gz of a folder."""
    traces = {}
    for service in SERVICES:
        with gzip.open(f"{folder}/AzureLLMInferenceTrace_{service}.csv.gz", "rt") as file:
            traces[service] = [(seconds(row["TIMESTAMP"]), int(row["ContextTokens"]), int(row["GeneratedTokens"]))
                               for row in csv.DictReader(file)]
    return Traffic(traces)


def seconds(stamp):
    """The seconds of the day of a stamp like 2023-11-16 18:15:46.6805900."""
    return int(stamp[11:13]) * 3600 + int(stamp[14:16]) * 60 + float(stamp[17:26])


def made_up():
    """Traces with heavy-tailed gaps and sizes, where there are no recorded ones; always the same."""
    rng = random.Random("traffic")
    traces = {}
    for service, (count, spread, size_in, size_out) in MADE_UP.items():
        gaps = [rng.lognormvariate(0, spread) for _ in range(count)]
        scale = 3600 / sum(gaps)
        time, requests = 0.0, []
        for gap in gaps:
            requests.append((time, 1 + int(rng.lognormvariate(*size_in)), 1 + int(rng.lognormvariate(*size_out))))
            time += gap * scale
        traces[service] = requests
    return Traffic(traces)
