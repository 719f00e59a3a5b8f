"""Counts and names by chance."""
import hashlib
import math


def digest(text, length=12):
    """A name made of a text, the same each time."""
    return hashlib.sha256(text.encode()).hexdigest()[:length]


def poisson(rng, mean):
    """How often something happens that happens so often on average."""
    if mean > 30:
        return max(0, round(rng.gauss(mean, math.sqrt(mean))))
    limit, count, product = math.exp(-mean), 0, rng.random()
    while product > limit:
        count += 1
        product *= rng.random()
    return count


def turns(rng, mean, most=12):
    """How many turns a conversation has, one at least."""
    return min(most, 1 + int(rng.expovariate(1 / (mean - .5))))
