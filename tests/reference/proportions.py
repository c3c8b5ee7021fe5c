"""Reference values for comparisons of two proportions, written to proportions.json.

Mee and Koopman: 50-digit arithmetic; the restricted estimate is found by maximising the likelihood,
not from a closed form. The rest: scipy and statsmodels.
Run with /usr/bin/python3 (packages python3-scipy, python3-statsmodels, python3-mpmath).
"""

import json
from fractions import Fraction
from pathlib import Path

import mpmath as mp
import numpy as np
from scipy import stats
from scipy.optimize import minimize_scalar
from statsmodels.stats.proportion import confint_proportions_2indep, proportion_confint

mp.mp.dps = 50
Q = -mp.sqrt(2) * mp.erfinv(2 * mp.mpf("0.025") - 1)

# [control successes, control n, treatment successes, treatment n]
TABLES = [
    [1, 34, 7, 34],
    [0, 10, 3, 12],
    [2, 9, 0, 7],
    [5, 5, 2, 6],
    [3, 8, 8, 8],
    [42, 104, 500, 1009],
    [200, 10000, 0, 10000],
    [0, 10000, 200, 10000],
    [1211, 24102, 1341, 24118],
    [20034, 44700, 20119, 45489],
    [3, 1000000, 9, 1000000],
    [999991, 1000000, 999997, 1000000],
    [120000, 4000000, 121000, 4000000],
    [50, 1000, 300, 100000],
    [7, 20, 9, 3000],
    [1, 2, 1, 2],
    [49, 50, 1, 50],
]


def maximum(score, low, high):
    """The root of a decreasing score between two bounds, which may be infinite there."""
    for _ in range(200):
        middle = (low + high) / 2
        if score(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def part(successes, n, p):
    """Derivative of a binomial log-likelihood, without its terms that vanish."""
    return (successes / p if successes else 0) - ((n - successes) / (1 - p) if n > successes else 0)


def difference_z(xc, nc, xt, nt, shift):
    low, high = max(mp.mpf(0), -shift), min(mp.mpf(1), 1 - shift)
    p = maximum(lambda p: part(xc, nc, p) + part(xt, nt, p + shift), low, high)
    t = p + shift
    variance = t * (1 - t) / nt + p * (1 - p) / nc
    excess = mp.mpf(xt) / nt - mp.mpf(xc) / nc - shift
    return excess / mp.sqrt(variance) if variance > mp.mpf(10) ** -45 else mp.sign(excess) * mp.inf


def ratio_z(xc, nc, xt, nt, ratio):
    high = min(mp.mpf(1), 1 / ratio) if ratio > 0 else mp.mpf(1)
    p = maximum(lambda p: part(xc, nc, p) + ratio * part(xt, nt, ratio * p), mp.mpf(0), high)
    t = ratio * p
    variance = t * (1 - t) / nt + ratio**2 * p * (1 - p) / nc
    excess = mp.mpf(xt) / nt - ratio * mp.mpf(xc) / nc
    return excess / mp.sqrt(variance) if variance > mp.mpf(10) ** -45 else mp.sign(excess) * mp.inf


def crossing(f, low, high):
    """Where a decreasing f passes 0."""
    for _ in range(130):
        middle = (low + high) / 2
        if f(middle) > 0:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def mee(xc, nc, xt, nt, q=Q):
    d = mp.mpf(xt) / nt - mp.mpf(xc) / nc
    z = lambda shift: difference_z(xc, nc, xt, nt, shift)
    return [float(crossing(lambda s: z(s) - q, mp.mpf(-1), d)), float(crossing(lambda s: z(s) + q, d, mp.mpf(1)))]


def koopman(xc, nc, xt, nt):
    if xc == 0:
        return None
    ratio = mp.mpf(xt) * nc / nt / xc
    z = lambda r: ratio_z(xc, nc, xt, nt, r)
    far = ratio + 1
    while z(far) > -Q:
        far *= 2
    low = crossing(lambda r: z(r) - Q, mp.mpf(0), ratio) if xt else mp.mpf(0)
    return [float(low - 1), float(crossing(lambda r: z(r) + Q, ratio, far) - 1)]


def barnard(xc, nc, xt, nt):
    """Ties are decided in fractions: scipy's barnard_exact loses some to rounding (5/5 against 2/6)."""

    def z2(c, t):
        p = Fraction(c + t, nc + nt)
        return (Fraction(t, nt) - Fraction(c, nc)) ** 2 / (p * (1 - p)) if 0 < p < 1 else Fraction(0)

    rejected = [(c, t) for c in range(nc + 1) for t in range(nt + 1) if z2(c, t) >= z2(xc, xt)]
    c, t = np.array(rejected).T
    chance = lambda p: float(np.sum(stats.binom.pmf(c, nc, p) * stats.binom.pmf(t, nt, p)))
    grid = np.linspace(0, 1, 2001)[1:-1]
    best = grid[np.argmax([chance(p) for p in grid])]
    finest = minimize_scalar(lambda p: -chance(p), bounds=(best - 5e-4, best + 5e-4), method="bounded", options={"xatol": 1e-12})
    return max(chance(best), -finest.fun)


def case(table):
    xc, nc, xt, nt = table
    pooled = mp.mpf(xc + xt) / (nc + nt)
    z = (mp.mpf(xt) / nt - mp.mpf(xc) / nc) / mp.sqrt(pooled * (1 - pooled) * (mp.mpf(1) / nc + mp.mpf(1) / nt))
    two = lambda method: list(confint_proportions_2indep(xt, nt, xc, nc, method=method, compare="diff"))
    return {
        "control": {"n": nc, "successes": xc},
        "treatment": {"n": nt, "successes": xt},
        "z": float(z),
        "p": float(mp.erfc(abs(z) / mp.sqrt(2))),
        "mee": mee(*table),
        "miettinenNurminen": mee(*table, Q * mp.sqrt(mp.mpf(nc + nt) / (nc + nt - 1))),
        "koopman": koopman(*table),
        "newcombe": two("newcomb"),
        "agrestiCaffo": two("agresti-caffo"),
        "wilson": list(proportion_confint(xc, nc, method="wilson")),
        "fisher": stats.fisher_exact([[xt, nt - xt], [xc, nc - xc]])[1],
        "barnard": barnard(*table) if nc + nt < 200 else None,
    }


path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"madeWith": "mpmath, scipy, statsmodels", "cases": [case(t) for t in TABLES]}, indent=2) + "\n")
