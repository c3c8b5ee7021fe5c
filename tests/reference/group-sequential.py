"""Reference bounds of group-sequential plans, written to group-sequential.json.

No recursion: the chance that no earlier look has crossed, and this one does, is a rectangle of a
multivariate normal distribution (scipy's mvn, absolute error about 1e-8). Spending functions as in
gsDesign. Run with /usr/bin/python3 (package python3-scipy).
"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize, stats
from scipy.stats import _mvn as mvn

PLANS = {
    "obrien-fleming": lambda t, a: 2 * stats.norm.sf(stats.norm.isf(a / 2) / np.sqrt(t)),
    "pocock": lambda t, a: a * np.log1p((np.e - 1) * t),
    "power-2": lambda t, a: a * t**2,
}


def staying(bounds, shares):
    times = np.array(shares)
    correlation = np.sqrt(np.minimum.outer(times, times) / np.maximum.outer(times, times))
    b = np.array(bounds)
    if len(b) == 1:
        return 1 - 2 * stats.norm.sf(b[0])
    return mvn.mvnun(-b, b, np.zeros(len(b)), correlation, maxpts=2_000_000, abseps=1e-9, releps=0)[0]


def bounds(shares, alpha, spending):
    found = []
    for k, t in enumerate(shares):
        target = 1 - 2 * spending(t, alpha / 2)
        inside = shares[: k + 1]
        found.append(optimize.brentq(lambda b: staying(found + [b], inside) - target, 0.2, 12, xtol=1e-9))
    return found


cases = [
    {"plan": plan, "shares": shares, "alpha": alpha, "bounds": bounds(shares, alpha, PLANS[plan])}
    for plan in PLANS
    for shares, alpha in [([0.5, 1], 0.05), ([0.3, 0.45, 1], 0.05), ([0.25, 0.6, 1], 0.2)]
]
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"madeWith": "scipy", "cases": cases}, indent=1) + "\n")
