"""What the accounts of a campaign have in common besides what they ask: hosts, cards, clients, days of sign-up."""
from accounts import MAIL, age, card
from clock import DAY, EPOCH, HOUR
from network import Connection, hosted_place


def give(world, rng, accounts):
    """Gives the accounts of a campaign their infrastructure, as the options have it."""
    {"shared": shared, "partly": partly, "none": apart}[world.options.infrastructure](world, rng, accounts)


def shared(world, rng, accounts):
    """A few ranges of one host, a card for about six accounts, one client, two domains, made within five days."""
    size, client = len(accounts), world.clients.program(rng)
    host = rng.choice(world.networks.hosts + world.networks.clouds[3:])
    ranges = rng.sample(host.ranges, min(len(host.ranges), max(2, size // 12)))
    places = [hosted_place(rng, host, ranges) for _ in range(max(6, size // 3))]
    cards = [card(rng) for _ in range(max(2, size // 6))]
    begun, domains = EPOCH - age(rng), rng.sample(MAIL[3:], 2)
    for account in accounts:
        account.connection = Connection(rng.sample(places, rng.randint(2, 4)), rng.choice([1, 4]) * HOUR)
        account.client, account.payment = client, rng.choice(cards)
        account.plan, account.mail = rng.choice(["tier-1", "tier-2", "tier-2", "tier-3"]), rng.choice(domains)
        account.created = min(account.start, begun + rng.uniform(0, 5) * DAY)


def partly(world, rng, accounts):
    """Half on the ranges of two hosts, half on cards of two to four accounts, three bursts of sign-up, two clients."""
    client = world.clients.program(rng)
    hosts = [rng.choice(world.networks.clouds), rng.choice(world.networks.hosts)]
    pools = [(host, rng.sample(host.ranges, 2)) for host in hosts]
    bursts = [EPOCH - age(rng) for _ in range(3)]
    clients = [client, client, world.clients.program(rng)]
    left, paid = 0, None
    for account in accounts:
        account.connection = pooled(world, rng, rng.choice(pools))
        account.client = rng.choice(clients)
        if rng.random() < .5:
            if not left:
                left, paid = rng.randint(2, 4), card(rng)
            left -= 1
            account.payment, account.plan = paid, rng.choice(["tier-1", "tier-2", "tier-3"])
        if rng.random() < .6:
            account.created = min(account.start, rng.choice(bursts) + rng.uniform(0, 3) * DAY)


def pooled(world, rng, pool):
    """A connection from the ranges of a pool, or one of the account's own."""
    if rng.random() < .5:
        return Connection([hosted_place(rng, *pool) for _ in range(rng.choice([1, 2, 3]))], 4 * HOUR)
    return world.networks.cloud(rng) if rng.choice([True, False, False]) else world.networks.home(rng)


def apart(world, rng, accounts):
    """Nothing: addresses of homes, and any client."""
    for account in accounts:
        account.connection, account.client = world.networks.home(rng), world.clients.program(rng)
