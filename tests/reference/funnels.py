"""Reference values for the statistics of funnels, written to funnels.json.

Odds ratios: statsmodels, on counts with one added. Intervals of medians: ranks by scipy's
binomial distribution. Rates of clustered trials: the delta method user by user with numpy, Wilson by statsmodels.
Run with /usr/bin/python3 (packages python3-scipy, python3-statsmodels).
"""

import json
from pathlib import Path

import numpy as np
import scipy
import statsmodels
from scipy import stats
from statsmodels.stats.contingency_tables import Table2x2
from statsmodels.stats.proportion import proportion_confint

TABLES = [[30, 70, 20, 180], [0, 50, 12, 400], [5, 5, 5, 5], [999, 1, 1, 999], [120, 480, 4000, 9000]]


def odds(table):
    a, b, c, d = (n + 1 for n in table)
    fit = Table2x2(np.array([[a, b], [c, d]]))
    low, high = fit.oddsratio_confint(0.05)
    return {"table": table, "odds": fit.oddsratio, "low": low, "high": high, "p": fit.log_oddsratio_pvalue()}


def median(n, alpha, random):
    values = np.sort(np.round(random.lognormal(3, 2, n), 3))
    # As many values outside on each side as n fair coins reach with chance alpha / 2 at most.
    outside = max(k for k in range(-1, n) if stats.binom.cdf(k, n, 0.5) <= alpha / 2)
    return {
        "values": values.tolist(),
        "alpha": alpha,
        "median": float(np.median(values)),
        "low": float(values[outside]),
        "high": float(values[n - 1 - outside]),
    }


def clustered(users, random):
    n = random.poisson(2, users) + 1
    chance = random.beta(1, 3, users)
    x = random.binomial(n, chance)
    rate = x.sum() / n.sum()
    values = (x - rate * n) / n.mean()
    variance = np.sum((values - values.mean()) ** 2) / (users - 1) / users
    alike = min(n.sum(), rate * (1 - rate) / variance)
    low, high = proportion_confint(rate * alike, alike, 0.05, "wilson")
    return {
        "n": n.tolist(),
        "x": x.tolist(),
        "rate": rate,
        "variance": variance,
        "low": low,
        "high": high,
    }


random = np.random.default_rng(20261122)
out = {
    "made_with": {"numpy": np.__version__, "scipy": scipy.__version__, "statsmodels": statsmodels.__version__},
    "odds": [odds(table) for table in TABLES],
    "medians": [median(n, alpha, random) for n in (6, 7, 12, 25, 40, 101, 500) for alpha in (0.05, 0.1)],
    "clustered": [clustered(users, random) for users in (5, 40, 300)],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(out, indent=1) + "\n")
