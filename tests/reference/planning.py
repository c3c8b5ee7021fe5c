"""Reference values for power and sample size, written to planning.json.

statsmodels' NormalIndPower (means; unpooled rates by its formula) and the published formulas of Fleiss
and of Evan Miller's calculator. Run with /usr/bin/python3 (package python3-statsmodels).
"""

import json
from math import sqrt
from pathlib import Path

from scipy.stats import norm
from statsmodels.stats.power import NormalIndPower

ALPHA, POWER = 0.05, 0.8
Z, ZP = norm.isf(ALPHA / 2), norm.isf(1 - POWER)


def mean(deviation, effect, controls):
    n = NormalIndPower().solve_power(effect_size=effect / deviation, alpha=ALPHA, power=POWER, ratio=controls)
    return {"deviation": deviation, "effect": effect, "controls": controls, "treatment": float(n)}


def rate(p, d):
    q = p + d
    both = p * (1 - p) + q * (1 - q)
    common = (p + q) / 2
    needed = lambda null: (Z * sqrt(null) + ZP * sqrt(both)) ** 2 / d**2
    return {
        "baseline": p,
        "effect": d,
        "unpooled": needed(both),
        "pooled": needed(2 * common * (1 - common)),
        "baselineVariance": needed(2 * p * (1 - p)),
    }


power = [{"effect": d, "error": s, "power": float(norm.sf(Z - d / s) + norm.cdf(-Z - d / s))} for d, s in [(0.01, 0.004), (0.2, 0.3), (0.0, 1.0)]]
result = {
    "madeWith": "scipy, statsmodels",
    "means": [mean(10, 1, 1), mean(25, 0.5, 2), mean(3, 2, 0.5)],
    "rates": [rate(0.2, 0.05), rate(0.05, 0.005), rate(0.5, -0.1)],
    "power": power,
}
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, indent=1) + "\n")
