"""Reference values for the Bayesian comparison of two rates, written to beta-binomial.json.

Quadrature of the definitions by mpmath over scipy's beta tails, to about 1e-12.
Run with /usr/bin/python3 (packages python3-scipy, python3-mpmath).
"""

import json
from pathlib import Path

import mpmath as mp
from scipy import stats

mp.mp.dps = 30

CASES = [
    # control successes, n, treatment successes, n, prior a, b
    (42, 104, 500, 1009, 0.5, 0.5),
    (0, 50, 300, 100000, 1, 1),
    (0, 20, 0, 35, 0.5, 0.5),
    (18, 20, 33, 35, 0.5, 0.5),
    (3, 200, 9, 220, 1, 1),
    (60, 100, 20, 100, 1, 1),
]


def compare(xc, nc, xt, nt, a, b):
    cdf = lambda u, x, n: mp.mpf(stats.beta.cdf(float(u), x + a, n - x + b))
    tail = lambda u, x, n: mp.mpf(stats.beta.sf(float(u), x + a, n - x + b))
    pdf = lambda u, x, n: u ** (x + a - 1) * (1 - u) ** (n - x + b - 1) / mp.beta(x + a, n - x + b)
    points = {mp.mpf(0), mp.mpf(1)}
    for x, n in ((xc, nc), (xt, nt)):
        mean = mp.mpf(x + a) / (n + a + b)
        sd = mp.sqrt(mean * (1 - mean) / (n + a + b + 1))
        points |= {mean + k * sd for k in (-12, -6, -3, -1, 0, 1, 3, 6, 12) if 0 < mean + k * sd < 1}
    # With u = sin(angle)^2 no density is infinite at an end.
    angles = sorted(mp.asin(mp.sqrt(u)) for u in points)
    on = lambda f: mp.quad(lambda v: f(mp.sin(v) ** 2) * mp.sin(2 * v), angles)
    return {
        "control": {"n": nc, "successes": xc},
        "treatment": {"n": nt, "successes": xt},
        "prior": [a, b],
        "chanceToWin": float(on(lambda u: pdf(u, xt, nt) * cdf(u, xc, nc) if 0 < u < 1 else mp.mpf(0))),
        "expectedLoss": float(on(lambda u: cdf(u, xt, nt) * tail(u, xc, nc))),
    }


path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"madeWith": "mpmath, scipy", "cases": [compare(*c) for c in CASES]}, indent=1) + "\n")
