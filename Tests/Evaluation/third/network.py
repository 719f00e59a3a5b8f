"""Where requests come from: networks of homes, clouds and hosting companies, and the connections of accounts."""
from typing import NamedTuple

from clock import HOUR

HOME_COUNTRIES = "US US US GB DE FR IN IN BR SG SG CN JP KR CA AU NL PL ES IT ID VN TR NG".split()
CLOUD_COUNTRIES = ["US", "US", "IE", "DE", "SG", "JP", "IN"]
HOST_COUNTRIES = ["NL", "US", "SG", "HK", "DE"]


class Place(NamedTuple):
    """An address, its operator's number and country."""
    address: str
    operator: int
    country: str


class Operator(NamedTuple):
    """An operator's number, country, first byte of its addresses, and the ranges it gives to customers."""
    number: int
    country: str
    first: int
    ranges: list


class Connection:
    """The places that an account's requests come from; one of them holds for a while."""

    def __init__(self, places, hold):
        self.places, self.hold = places, hold

    def at(self, time):
        """The place of a time."""
        if len(self.places) == 1:
            return self.places[0]
        mixed = int(time / self.hold) * 2654435761 % 4294967296
        return self.places[(mixed >> 8) % len(self.places)]


class Networks:
    """The operators: many for homes, where addresses are spread, few clouds and hosts, where customers share ranges."""

    def __init__(self, rng):
        self.homes = [Operator(64600 + place, rng.choice(HOME_COUNTRIES), rng.randint(11, 190), [rng.randint(0, 255)])
                      for place in range(90)]
        self.clouds = [operator(rng, 64500 + place, CLOUD_COUNTRIES, (30, 140)) for place in range(9)]
        self.hosts = [operator(rng, 64520 + place, HOST_COUNTRIES, (5, 14)) for place in range(7)]

    def any_home(self, rng):
        return rng.choices(self.homes, [1 / (place + 3) for place in range(len(self.homes))])[0]

    def any_cloud(self, rng):
        return rng.choices(self.clouds, [1 / (place + 1) for place in range(len(self.clouds))])[0]

    def home_place(self, rng, home=None):
        """A place at home or in an office."""
        number, country, first, (second,) = home or self.any_home(rng)
        if rng.random() < .08:
            last = rng.getrandbits(16), rng.getrandbits(16), rng.getrandbits(32)
            return Place("2a%02x:%x:%x:%x::%x" % (number % 256, second, *last), number, country)
        return Place(f"{first}.{second}.{rng.randint(0, 255)}.{rng.randint(1, 254)}", number, country)

    def home(self, rng):
        """The connection of a person, now and then hidden behind a host."""
        home = self.any_home(rng)
        places = [self.home_place(rng, home) for _ in range(rng.choice([1, 1, 2, 3]))]
        if rng.random() < .2:
            places += [self.home_place(rng) for _ in range(rng.choice([1, 2]))]
        if rng.random() < .07:
            places = [hosted_place(rng, rng.choice(self.hosts)) for _ in range(rng.choice([1, 3]))]
        return Connection(places, rng.choice([6, 12, 24]) * HOUR)

    def cloud(self, rng):
        """The connection of a program on servers."""
        operator = rng.choice(self.hosts) if rng.random() < .15 else self.any_cloud(rng)
        ranges = rng.sample(operator.ranges, rng.choice([1, 1, 2, 3]))
        places = [hosted_place(rng, operator, ranges) for _ in range(rng.choice([1, 1, 2, 4, 8]))]
        return Connection(places, rng.choice([.2, 2, 24]) * HOUR)


def operator(rng, number, countries, ranges):
    """A cloud or host with so many ranges."""
    country, first, count = rng.choice(countries), rng.randint(11, 190), rng.randint(*ranges)
    return Operator(number, country, first, [(rng.randint(0, 255), rng.randint(0, 255)) for _ in range(count)])


def hosted_place(rng, operator, ranges=None):
    """A place at an operator, in one of the ranges if any are given."""
    second, third = rng.choice(ranges or operator.ranges)
    return Place(f"{operator.first}.{second}.{third}.{rng.randint(1, 254)}", operator.number, operator.country)
