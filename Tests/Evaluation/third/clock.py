"""The days of a log, and when people and services are at work."""
import bisect
import datetime
import math

# The beginning of every log, a Monday.
EPOCH = datetime.datetime(2026, 5, 18, tzinfo=datetime.timezone.utc).timestamp()
DAY, HOUR = 86_400.0, 3_600.0
# How much is asked in each hour of a local day: by people, in offices, by customers all over the world, and by machines.
HUMAN = [1, .6, .3, .2, .2, .3, .7, 1.5, 3, 5, 6, 6, 5, 5.5, 6, 6, 5.5, 5, 4.5, 4.5, 5, 5, 4, 2.2]
OFFICE = [.1, .05, .05, .05, .05, .1, .4, 2, 6, 9, 10, 9.5, 6, 8, 9.5, 9, 8, 5, 2, 1, .7, .5, .3, .2]
GLOBAL = [2.5, 2.2, 2, 2, 2, 2.2, 2.6, 3.2, 4, 4.5, 4.8, 4.8, 4.5, 4.6, 4.8, 4.8, 4.6, 4.4, 4.2, 4.2, 4.2, 4, 3.5, 3]
FLAT = [1] * 24


def weekend(local):
    """Whether a local time is on a Saturday or Sunday."""
    return (int(local // DAY) + 3) % 7 >= 5


def moments(rng, count, zone, hours, start, end, at_weekends=.5):
    """So many times between start and end, by the hours of local time; `at_weekends` is what a weekend has of a weekday."""
    edges, pieces, total, time = [], [], 0.0, start
    while time < end:
        following = min(end, (math.floor(time / 3600) + 1) * 3600)
        local = time + zone * 3600
        weight = hours[int(local / 3600) % 24] * (following - time) / 3600
        total += weight * at_weekends if weekend(local) else weight
        edges.append(total)
        pieces.append((time, following))
        time = following
    last = len(pieces) - 1
    return sorted(rng.uniform(*pieces[min(last, bisect.bisect(edges, rng.random() * total))]) for _ in range(count))


def stamp(time):
    """Seconds since 1970 as RFC 3339, to the millisecond."""
    moment = datetime.datetime.fromtimestamp(time, datetime.timezone.utc)
    return moment.strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
