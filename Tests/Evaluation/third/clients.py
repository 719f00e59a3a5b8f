"""Programs and browsers that requests come from: user agents with the TLS fingerprints of their libraries."""
from typing import NamedTuple

from chance import digest

# User agent, fingerprint and share of use; numbers of versions and what a library's build adds are filled in.
PROGRAMS = [
    ("sdk-python/1.%d.%d", "t13d1712h1_5b57614c22b0_%s", 30), ("python-httpx/0.2%d.%d", "t13d1712h1_5b57614c22b0_%s", 14),
    ("python-requests/2.%d.%d", "t13d1811h1_85036bcba153_%s", 9), ("sdk-node/4.%d.%d", "t13d1714h1_b10a5dd0c2ae_%s", 22),
    ("Go-http-client/2.%d", "t13d1311h2_f57a46bbacb6_%s", 5), ("okhttp/4.1%d.%d", "t13d1512h2_8daaf6152771_%s", 4),
    ("axios/1.%d.%d", "t13d1714h1_b10a5dd0c2ae_%s", 8), ("chain-py/0.%d.%d", "t13d1712h1_5b57614c22b0_%s", 8),
    ("curl/8.%d.%d", "t13d3112h2_e8f1e7e78f70_%s", 4),
]
BROWSERS = [
    ("Mozilla/5.0 (Windows NT 10.0) Chrome/12%d.0", "t13d1516h2_8daaf6152771_%s", 30),
    ("Mozilla/5.0 (Macintosh) Version/17.%d Safari", "t13d2014h2_a09f3c656075_%s", 14),
    ("Mozilla/5.0 (X11; Linux) Firefox/13%d.0", "t13d1715h2_5b57614c22b0_%s", 6),
]
# Versions of each that are in use, the newest most.
VERSIONS = 5


class Client(NamedTuple):
    """A version of a program."""
    user_agent: str
    fingerprint: str


class Clients:
    """The versions that are in use, and how much."""

    def __init__(self, rng):
        self.programs, self.browsers = versions(rng, PROGRAMS), versions(rng, BROWSERS)

    def program(self, rng):
        return pick(rng, self.programs)

    def browser(self, rng):
        return pick(rng, self.browsers)


def versions(rng, kinds):
    """Each version with its share of use."""
    found = []
    for agent, fingerprint, use in kinds:
        for version in range(VERSIONS):
            numbers = [rng.randint(0, 9) if place else version + rng.randint(0, 3) for place in range(agent.count("%d"))]
            client = Client(agent % tuple(numbers), fingerprint % digest(agent + str(version // 3)))
            found.append((client, use / (version + 1)))
    return found


def pick(rng, versions):
    return rng.choices([client for client, _ in versions], [use for _, use in versions])[0]
