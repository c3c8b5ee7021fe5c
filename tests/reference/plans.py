"""Users that planned tests need, written to plans.json.

For each plan the whole test is laid out, its power computed from normal tails, and the users found by
Brent's method: nothing of the closed formulas is used. Run with /usr/bin/python3 (package python3-scipy).
"""

import json
from math import log, sqrt
from pathlib import Path

from scipy.optimize import brentq
from scipy.stats import norm


def multiplier(looks, alpha, comparisons, users, tuning=5000):
    if looks != "always-valid":
        half = alpha / 2 if looks == "hybrid" else alpha
        return norm.isf(half / comparisons / 2)
    scale = (-2 * log(alpha) + log(-2 * log(alpha) + 1)) / tuning
    x = users * scale + 1
    return sqrt(2 * x / (users * scale) * log(sqrt(x) / (alpha / comparisons)))


def power(total, plan):
    shares = [share / sum(plan["split"]) for share in plan["split"]]
    least = min(shares[1:])
    control, treatment = total * shares[0], total * least
    p, d = plan["baseline"], plan["effect"]
    if plan["sd"] is None:
        error = sqrt(p * (1 - p) / control + (p + d) * (1 - p - d) / treatment)
    else:
        error = plan["sd"] * sqrt(1 / control + 1 / treatment)
    z = multiplier(plan["looks"], plan["alpha"], len(shares) - 1, control + treatment)
    # As everywhere in planning, a finding in the wrong direction does not count.
    return norm.sf(z - abs(d) / error)


def planned(baseline, effect, sd=None, split=(1, 1), looks="fixed", alpha=0.05, wanted=0.8):
    plan = {"baseline": baseline, "effect": effect, "sd": sd, "split": list(split), "looks": looks, "alpha": alpha, "power": wanted}
    total = brentq(lambda n: power(n, plan) - wanted, 10, 1e9, xtol=1e-6, rtol=1e-14)
    return {**plan, "total": total}


plans = [
    planned(0.05, 0.005),
    planned(0.2, 0.05, split=(1, 1, 1)),
    planned(0.1, 0.01, split=(8, 2)),
    planned(0.1, 0.01, split=(2, 5, 3), wanted=0.9, alpha=0.1),
    planned(0.3, -0.03),
    planned(100, 2, sd=50, looks="hybrid"),
    planned(100, 2, sd=50, looks="always-valid"),
    planned(-20, 1, sd=30, split=(1, 2)),
    planned(0.02, 0.004, split=(1, 1, 1, 1), looks="always-valid"),
]
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"madeWith": "scipy", "plans": plans}, indent=1) + "\n")
