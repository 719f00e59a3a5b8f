"""The lines that a run prints: a figure, its budget, and its ratio to peers that did the like in the same run."""
failures = []


def say(what, ours, unit, budget=None, peers=(), exact=False, least=False):
    """One line.

    - peers: pairs of a name and its figure; `None` where a peer has none.
    - exact: whether the figure says nothing about the machine, so that one that misses its budget fails the run.
    - least: whether the budget is the least that the figure may be.
    """
    missed = budget is not None and (ours < budget if least else ours > budget)
    kind, miss = ("at least", "UNDER") if least else ("budget", "OVER")
    verdict = "" if budget is None else f"{kind} {budget:,g}" + (f"  {miss}" if missed else "")
    if exact and missed:
        failures.append(what)
    print(f"{what:32} {ours:11,.1f} {unit:8} {verdict:22} {compared(ours, peers)}".rstrip(), flush=True)


def compared(ours, peers):
    """How many times the figure of each peer, and that figure."""
    words = []
    for name, theirs in peers:
        if theirs is None:
            words.append(f"{name} none")
        elif theirs == 0:
            words.append(f"{name} 0")
        else:
            words.append(f"{ours / theirs:.2f} × {name} ({theirs:,.1f})")
    return "  ".join(words)
