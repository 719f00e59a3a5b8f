"""Where requests come from: operators' networks, addresses, programs and their fingerprints."""
import hashlib
import random

# Operators as (number, country): homes and offices, clouds, and what hides an origin.
HOMES = [(7018, "US"), (7922, "US"), (701, "US"), (3320, "DE"), (3209, "DE"), (3215, "FR"), (12322, "FR"), (2856, "GB"),
         (5089, "GB"), (4134, "CN"), (4837, "CN"), (9829, "IN"), (55836, "IN"), (2516, "JP"), (17676, "JP"), (9506, "SG"),
         (7552, "VN"), (28573, "BR"), (26599, "BR"), (1221, "AU"), (3352, "ES"), (8551, "IL"), (4766, "KR"), (8359, "RU")]
CLOUDS = [(16509, "US"), (15169, "US"), (8075, "US"), (14061, "NL"), (24940, "DE"), (16276, "FR"), (45102, "SG")]
PROXIES = [(9009, "GB"), (60068, "NL"), (212238, "US"), (136787, "SG"), (20473, "JP")]
UNIVERSITIES = [3, 18, 88, 137, 559, 680]
# Hours ahead of UTC.
ZONES = {"US": -6, "DE": 2, "FR": 2, "GB": 1, "CN": 8, "IN": 5.5, "JP": 9, "SG": 8, "VN": 7, "BR": -3, "AU": 10, "ES": 2,
         "IL": 3, "KR": 9, "RU": 3, "NL": 2, "CA": -5, "CH": 2}
# How many /24 networks of an operator customers are spread over: few, so that strangers meet on them.
HOME_NETWORKS, CLOUD_NETWORKS, PROXY_NETWORKS = 18, 9, 5
PROGRAMS = [
    "python-httpx/0.27.0", "python-httpx/0.28.1", "OpenAI/Python 1.40.6", "OpenAI/Python 1.26.0", "OpenAI/Python 1.55.3",
    "OpenAI/JS 4.52.7", "OpenAI/JS 4.68.1", "Anthropic/Python 0.39.0", "axios/1.7.2", "node-fetch/1.0", "Go-http-client/2.0",
    "aiohttp/3.9.5", "python-requests/2.32.3", "okhttp/4.12.0", "curl/8.5.0", "langchain/0.2.11", "LiteLLM/1.44.2",
    "Apache-HttpClient/5.3",
]
BROWSERS = [
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) Chrome/%d.0", "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Safari/%d.1",
    "Mozilla/5.0 (X11; Linux x86_64) Firefox/%d.0", "DesktopApp/1.%d (darwin)", "MobileApp/5.%d (iOS)",
    "MobileApp/5.%d (Android)",
]
HANDSHAKES = ["1516h2", "1517h2", "0912h1", "1110h2"]


def digest(*parts):
    """A name made of these parts, the same each time."""
    return hashlib.sha1("|".join(map(str, parts)).encode()).hexdigest()


def address(rng, operator, network):
    """An address in a network of an operator."""
    value = int(digest("net", operator, network)[:6], 16)
    return "%d.%d.%d.%d" % (11 + value % 180, (value >> 8) % 256, (value >> 14) % 256, rng.randint(2, 253))


def address_of(rng, operator, networks):
    """An address in one of so many networks of an operator."""
    return address(rng, operator, rng.randrange(networks))


def program(rng):
    return rng.choice(PROGRAMS)


def browser(rng):
    return rng.choice(BROWSERS) % rng.randint(100, 130)


def named_client(rng, client):
    """The user agent of a version of a coding client."""
    return "%s/%d.%d.%d" % (client.name, rng.randint(0, 1), rng.randint(20, 60), rng.randint(0, 4))


def fingerprint(user_agent, account):
    """The TLS fingerprint of a program, one of two for each account."""
    name = user_agent.split("/")[0]
    handshake = HANDSHAKES[int(digest(name)[:4], 16) % len(HANDSHAKES)]
    return "t13d%s_%s" % (handshake, digest("tls", name, random.Random(account).randrange(2))[:12])
