"""Reference designs of group-sequential tests, written to sequential-power.json.

The density of the score is carried from look to look on a fine even grid (Simpson's rule), with the drift
in it from the start; nothing is taken from the TypeScript. Spending functions as in gsDesign. Checked on the
way against Jennison & Turnbull (2000), tables 2.1 to 2.4 (Pocock, O'Brien & Fleming: constants and ratios to
three decimals). Run with python3 (package python3-scipy).
"""

import json
from pathlib import Path

import numpy as np
from scipy import optimize, stats

POINTS = 1601
PLANS = {
    "obrien-fleming": lambda t, a: 2 * (2 * stats.norm.sf(stats.norm.isf(a / 4) / np.sqrt(t))),
    "pocock": lambda t, a: a * np.log1p((np.e - 1) * t),
    "power-2": lambda t, a: a * t**2,
}


def simpson(n, width):
    weights = np.ones(n)
    weights[1:-1:2] = 4
    weights[2:-1:2] = 2
    return weights * width / 3


def outside(limit, mean, step):
    return stats.norm.sf((limit - mean) / step) + stats.norm.cdf((-limit - mean) / step)


class Walk:
    def __init__(self, drift):
        self.drift, self.time, self.scores, self.mass = drift, 0.0, np.zeros(1), np.ones(1)

    def crossing(self, time, bound):
        ahead = time - self.time
        return float(self.mass @ outside(bound * np.sqrt(time), self.scores + self.drift * ahead, np.sqrt(ahead)))

    def go(self, time, bound):
        ahead, reach = time - self.time, min(bound, 9 + self.drift) * np.sqrt(time)
        scores = np.linspace(-reach, reach, POINTS)
        density = stats.norm.pdf(
            scores[:, None], self.scores[None, :] + self.drift * ahead, np.sqrt(ahead)
        ) @ self.mass
        self.mass, self.scores, self.time = density * simpson(POINTS, scores[1] - scores[0]), scores, time


def bounds_of(shares, alpha, spending):
    walk, found, before = Walk(0.0), [], 0.0
    for t in shares:
        spend = spending(t, alpha) - before
        found.append(optimize.brentq(lambda b: walk.crossing(t, b) - spend, 0, 12, xtol=1e-12))
        walk.go(t, found[-1])
        before = spending(t, alpha)
    return found


def stopped(shares, bounds, drift):
    walk, sums = Walk(drift), []
    for t, b in zip(shares, bounds):
        sums.append((sums[-1] if sums else 0) + walk.crossing(t, b))
        walk.go(t, b)
    return sums


def design(shares, bounds, alpha, power):
    drift = optimize.brentq(lambda d: stopped(shares, bounds, d)[-1] - power, 0.5, 8, xtol=1e-11)
    once = stats.norm.isf(alpha / 2) + stats.norm.ppf(power)

    def expected(chances):
        parts = np.diff([0, *chances[:-1], 1])
        return float(parts @ np.array(shares))

    none, effect = stopped(shares, bounds, 0.0), stopped(shares, bounds, drift)
    return {
        "drift": drift,
        "inflation": (drift / once) ** 2,
        "none": none,
        "effect": effect,
        "expectedNone": expected(none),
        "expectedEffect": expected(effect),
    }


def even(looks):
    return [(i + 1) / looks for i in range(looks)]


def classic(looks, constant, kind, alpha, power):
    shares = even(looks)
    bounds = [constant if kind == "pocock" else constant / np.sqrt(t) for t in shares]
    return design(shares, bounds, alpha, power)["inflation"]


# Jennison & Turnbull: constants for alpha 0.05, and ratios for power 0.8 and 0.9.
for looks, c, r8, r9 in [(2, 2.178, 1.110, 1.100), (5, 2.413, 1.229, 1.207)]:
    assert abs(classic(looks, c, "pocock", 0.05, 0.8) - r8) < 1e-3
    assert abs(classic(looks, c, "pocock", 0.05, 0.9) - r9) < 1e-3
for looks, c, r8, r9 in [(2, 1.977, 1.008, 1.007), (5, 2.040, 1.028, 1.026)]:
    assert abs(classic(looks, c, "obrien", 0.05, 0.8) - r8) < 1e-3
    assert abs(classic(looks, c, "obrien", 0.05, 0.9) - r9) < 1e-3

cases = []
for plan in PLANS:
    for shares, alpha, power in [
        (even(2), 0.05, 0.8),
        (even(5), 0.05, 0.8),
        (even(5), 0.05, 0.9),
        ([0.3, 0.45, 1], 0.05, 0.8),
        (even(4), 0.01, 0.95),
    ]:
        bounds = bounds_of(shares, alpha, PLANS[plan])
        cases.append(
            {"plan": plan, "shares": shares, "alpha": alpha, "power": power, "bounds": bounds}
            | design(shares, bounds, alpha, power)
        )
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"madeWith": "numpy, scipy", "cases": cases}, indent=1) + "\n")
