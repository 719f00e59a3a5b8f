"""The tables of docs/evaluation.md, from one JSON line a run."""
import collections
import statistics

BASELINES = ("volume", "prada", "mmd", "near_duplicate")


def line(result):
    """One run on a line."""
    figures = result["figures"]
    accounts, clusters = figures["accounts"], figures["clusters"]
    flagged = {name: f"{one['flagged']}/{one['n']}" for name, one in figures["lookalikes"].items() if one["flagged"]}
    return (f"{result['name']:32} AUPRC {word(accounts['auprc'])} TPR@1% {word(accounts['tpr_at_fpr_0_01'])} "
            f"F1 {word(clusters['pairwise_f1'])} capability {word(figures['capability']['macro_f1'])} "
            f"{sum(result['seconds'].values()):.0f} s {flagged or ''}").rstrip()


def word(figure):
    return "–" if figure is None else f"{figure:.3f}"


def mean(figures):
    """The mean of those that there are, and the least in brackets where there are several."""
    there = [figure for figure in figures if figure is not None]
    if len(there) < 2:
        return word(there[0] if there else None)
    return f"{statistics.mean(there):.3f} ({min(there):.3f})"


def table(title, heading, rows):
    print(f"\n### {title}\n\n| {' | '.join(heading)} |\n|{'---|' * len(heading)}")
    for row in rows:
        print(f"| {' | '.join(row)} |")


def cells(runs):
    """Runs by table, regime and cell, in the order of the file."""
    groups = collections.OrderedDict()
    for one in runs:
        groups.setdefault((one["table"], one["regime"], one["cell"]), []).append(one["figures"])
    return groups


def accounts(runs):
    heading = ["regime", "scenario", "AUPRC", "TPR at 1 % FPR", "TPR at 0.1 % FPR", "clusters F1", "Brier"]
    for name, title in (("share", "By attacker share"), ("template", "No infrastructure shared, by wording"),
                        ("infrastructure", "Paraphrased, by infrastructure")):
        rows = []
        for (kind, regime, cell), figures in cells(runs).items():
            if kind != name:
                continue
            own = [one["accounts"] for one in figures]
            rows.append([regime, cell, *(mean([one[key] for one in own])
                                         for key in ("auprc", "tpr_at_fpr_0_01", "tpr_at_fpr_0_001")),
                         mean([one["clusters"]["pairwise_f1"] for one in figures]),
                         mean([one["brier"] for one in own])])
        if rows:
            table(title, heading, rows)


def baselines(runs):
    rows = []
    for (kind, regime, cell), figures in cells(runs).items():
        if kind == "lookalikes":
            continue
        means = {name: statistics.mean(one["baselines"][name]["auprc"] or 0 for one in figures) for name in BASELINES}
        ours = statistics.mean(one["accounts"]["auprc"] or 0 for one in figures)
        best = max(means, key=means.get)
        rows.append([regime, cell, f"{ours:.3f}", *(f"{means[name]:.3f}" for name in BASELINES),
                     "" if ours > means[best] else f"behind {best}"])
    table("Account AUPRC beside four baselines", ["regime", "scenario", "stillwatch", *BASELINES, ""], rows)


def lookalikes(runs):
    counts = collections.defaultdict(lambda: [0, 0])
    for one in runs:
        for name, rate in one["figures"]["lookalikes"].items():
            counts[name][0] += rate["flagged"]
            counts[name][1] += rate["n"]
    rows = [[name, f"{n:,}", str(flagged), f"{flagged / n:.2%}"] for name, (flagged, n) in sorted(counts.items())]
    table("Look-alikes flagged at the shipped threshold, all runs", ["class", "accounts", "flagged", "share"], rows)


def capability(runs):
    scores = collections.defaultdict(list)
    for one in runs:
        for name, target in one["figures"]["capability"]["per_target"].items():
            if target.get("f1") is not None and target["n"] >= 50:
                scores[name].append(target["f1"])
    rows = [[name, str(len(found)), mean(found)] for name, found in sorted(scores.items())]
    rows.append(["macro", str(len(runs)), mean([one["figures"]["capability"]["macro_f1"] for one in runs])])
    table("Capability of an exchange, F1", ["target", "runs", "mean (least)"], rows)


def ablation(runs):
    losses, alone = collections.defaultdict(list), collections.defaultdict(list)
    for one in runs:
        whole = one["figures"]["accounts"]["auprc"]
        if whole is None or one["table"] == "lookalikes":
            continue
        for name, left in one["figures"]["ablation"].items():
            losses[name].append(whole - (left or 0))
            alone[name].append(one["figures"]["single_signal"].get(name))
    rows = [[name, f"{statistics.mean(found):+.4f}", f"{min(found):+.4f}", f"{max(found):+.4f}", mean(alone[name])]
            for name, found in sorted(losses.items(), key=lambda item: -statistics.mean(item[1]))]
    table("What AUPRC loses without each signal, and what each reaches alone",
          ["signal", "loss, mean", "least", "most", "alone, mean (least)"], rows)


def reliability(runs):
    bins = collections.defaultdict(lambda: [0, 0.0, 0.0])
    for one in runs:
        for part in one["figures"]["reliability"]:
            own = bins[part["from"]]
            own[0] += part["n"]
            own[1] += part["n"] * part["mean_score"]
            own[2] += part["n"] * part["positive_share"]
    rows = [[f"{start:.1f}", f"{n:,}", f"{score / n:.3f}", f"{share / n:.3f}"]
            for start, (n, score, share) in sorted(bins.items()) if n]
    table("Reliability, all runs", ["score from", "accounts", "mean score", "share of positives"], rows)


def show(runs):
    """Prints all tables."""
    print(f"\n{len(runs)} runs, model {', '.join(sorted({one['figures']['model_version'] for one in runs}))}, "
          f"seeds {', '.join(sorted({str(one['seed']) for one in runs}))}. Mean over seeds, the least in brackets.")
    accounts(runs)
    baselines(runs)
    lookalikes(runs)
    reliability(runs)
    capability(runs)
    ablation(runs)
