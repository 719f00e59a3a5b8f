"""The grid of scenarios: what each log is simulated with. Every log holds all look-alike classes."""
import itertools

REGIMES = ("loud", "quiet")
SHARES = (0.05, 0.1, 0.25, 0.5, 1)
TEMPLATES = ("fixed", "paraphrased", "prefix", "suffix", "none")
ACCOUNTS = 1_200
CAMPAIGN = 15
# Exchanges an account on average; harvesters of the loud regime have two or three times as many.
VOLUME = {"loud": 60, "quiet": 30}


def scenario(regime, seed, table, **options):
    """One log: its name, its table, and the options of `simulate`."""
    words = [str(value) for value in options.values()]
    count = ACCOUNTS * VOLUME[regime]
    sizes = {"accounts": ACCOUNTS, "exchanges": count, "campaign-size": CAMPAIGN, "seed": seed, "scenario": regime}
    return {"name": "-".join([regime, *words, str(seed)]), "table": table, "regime": regime, "seed": seed,
            "cell": " ".join(words), "options": {**sizes, **options}}


def grid(seeds):
    """The scenarios of the attacker shares, of the templates without shared infrastructure, and of the infrastructure."""
    for seed, regime in itertools.product(seeds, REGIMES):
        for share in SHARES:
            yield scenario(regime, seed, "share", share=share)
        for template in TEMPLATES:
            yield scenario(regime, seed, "template", infrastructure="none", template=template)
        for infrastructure in ("shared", "partly"):
            yield scenario(regime, seed, "infrastructure", infrastructure=infrastructure, template="paraphrased")


def lookalikes(seeds):
    """Logs of which most accounts are look-alikes: 100 and more of each class."""
    for seed in seeds:
        options = {"accounts": 2_400, "exchanges": 96_000, "seed": seed, "scenario": "lookalikes"}
        yield {"name": f"lookalikes-{seed}", "table": "lookalikes", "regime": "", "seed": seed, "cell": "",
               "options": options}
