"""What ordinary accounts of many kinds have in common: how much they ask, whom they serve, and whose they are."""
import math

from accounts import Account, card

# Of accounts that ask as much as this, some are heavy users, and most of those are nobody's campaign.
BUSY, HEAVY = 18, .05


def volume(rng, median, spread=1.05, most=950):
    """Requests a day."""
    if median >= BUSY and rng.random() < HEAVY:
        return rng.uniform(180, 900)
    return min(most * rng.uniform(.7, 1), rng.lognormvariate(math.log(median * .33), spread + .3))


def end_users(rng, count):
    """The customers of a service, where it names them."""
    return ["u-%06x" % rng.getrandbits(24) for _ in range(count)] if rng.random() < .5 else None


def group(world, rng, size, payment=True, connection=None):
    """Accounts of one customer, which have an organisation, a zone, a pathway and a domain in common, and may have more."""
    organisation, paid, domain = "org-%06x" % rng.getrandbits(24), card(rng), "%07x.example" % rng.getrandbits(28)
    accounts = []
    for _ in range(size):
        account = Account(world, rng)
        accounts.append(account)
        account.organisation, account.mail = organisation, domain
        account.zone, account.pathway = accounts[0].zone, accounts[0].pathway
        if payment:
            account.payment, account.plan = paid, account.plan if account.plan != "free" else "tier-2"
        account.connection = connection or world.networks.cloud(rng)
    return accounts
