"""Who is in a log besides campaigns: ten classes of look-alikes, relays, and everyday accounts."""
import random

import besides
import everyday
import lookalike_batches
import lookalike_services
import relays
from accounts import age, card
from clock import DAY, EPOCH

LOOKALIKES = {
    "academic_eval": lookalike_batches.academic_eval, "labelling_vendor": lookalike_services.labelling_vendor,
    "single_domain_chatbot": lookalike_services.single_domain_chatbot, "ci_agents": lookalike_batches.ci_agents,
    "llm_judge_ci": lookalike_batches.llm_judge_ci, "legal_batch": lookalike_batches.legal_batch,
    "fixed_system_prompt": lookalike_services.fixed_system_prompt, "university_nat": lookalike_services.university_nat,
    "own_finetune": lookalike_batches.own_finetune, "public_coding_client": lookalike_services.public_coding_client,
}
EVERYDAY = {"relay": relays.relay, "platform": relays.platform, "byok_plugin": everyday.plugin, "company": everyday.company,
            "script": everyday.script, "small_app": everyday.small_app, "individual": everyday.individual}
# The share of each class of look-alikes, and the least number of accounts with the share of the others; the rest are people.
LOOKALIKE, SHARES = .04, {"relay": (1, .015), "platform": (2, .04), "byok_plugin": (6, .012), "company": (0, .06),
                          "script": (0, .10), "small_app": (0, .22)}
# Classes of accounts that programs use.
PROGRAMS = ("script", "small_app", *LOOKALIKES.keys() - {"university_nat", "public_coding_client"})
# The accounts that may pay with a card which others pay with too, and how many of all accounts do.
ALONE, SHARED_CARDS = ("individual", "small_app", "script"), .08


def ordinary(world, count):
    """Makes about so many accounts and lets each do what it does."""
    for kind, number in planned(count).items():
        rng, made = random.Random(f"{world.options.seed}:{kind}"), 0
        while made < number:
            accounts = {**LOOKALIKES, **EVERYDAY}[kind](world, rng, number - made)
            made += len(accounts)
            for account in accounts:
                account.kind = kind
            world.accounts += accounts
    share_cards(world)
    for account in world.accounts:
        account.job()
        if account.kind in PROGRAMS:
            besides.second_program(world, account)


def planned(count):
    """How many accounts of each class."""
    plan = {kind: max(3, round(count * LOOKALIKE)) for kind in LOOKALIKES}
    plan |= {kind: max(least, round(count * share)) for kind, (least, share) in SHARES.items()}
    return {**plan, "individual": max(0, count - sum(plan.values()))}


def share_cards(world):
    """Agencies and families: accounts that seem unrelated and pay with one card."""
    rng = random.Random(f"{world.options.seed}:cards")
    left = [account for account in world.accounts if account.kind in ALONE and account.payment]
    rng.shuffle(left)
    most = len(left) - len(world.accounts) * SHARED_CARDS
    while len(left) > most:
        size = min(len(left), rng.choice([2, 2, 2, 2, 3, 3, 4, 7]))
        share_card(rng, [left.pop() for _ in range(size)])


def share_card(rng, accounts):
    """Lets accounts pay with one card; those of an agency share more."""
    first, paid, is_agency = accounts[0], card(rng), rng.random() < .35
    begun = EPOCH - age(rng)
    for account in accounts:
        account.payment = paid
        if len(accounts) > 4:
            account.organisation = first.organisation
        if is_agency:
            if rng.random() < .6:
                account.connection, account.client = first.connection, first.client
            account.created = min(account.start, begun + rng.uniform(0, 20) * DAY)
