"""Reference values for rates of trials that come in clusters, and for the largest of several correlated
z, written to persons-with-trials.json. statsmodels and scipy. Run with /usr/bin/python3.
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy import optimize, stats
from statsmodels.stats.proportion import proportion_confint

rng = np.random.default_rng(7)


def clustered(name, trials):
    """trials: one list of 0 and 1 per person."""
    y = np.concatenate([np.array(t, float) for t in trials])
    person = np.repeat(np.arange(len(trials)), [len(t) for t in trials])
    fit = sm.OLS(y, np.ones((len(y), 1))).fit(
        cov_type="cluster", cov_kwds={"groups": person, "use_correction": False}
    )
    rate, error = float(fit.params[0]), float(fit.bse[0])
    n = min(len(y), rate * (1 - rate) / error**2)
    low, high = proportion_confint(rate * n, n, method="wilson")
    return {"name": name, "trials": trials, "rate": rate, "error": error, "low": low, "high": high}


def critical(covariance, alpha):
    d = np.sqrt(np.diag(covariance))
    r = np.array(covariance) / np.outer(d, d)
    k = len(r)

    def beyond(c):
        law = stats.multivariate_normal
        inside = law.cdf(
            np.full(k, c), np.zeros(k), r, allow_singular=True, maxpts=2_000_000, abseps=1e-7,
            lower_limit=np.full(k, -c),
        )
        return 1 - inside - alpha

    return float(optimize.brentq(beyond, 1, 4, xtol=1e-5))


def regular(n, least, most):
    out = []
    for _ in range(n):
        habit = rng.beta(1, 2)
        out.append([int(rng.random() < habit) for _ in range(rng.integers(least, most + 1))])
    return out


ar = [[0.7 ** abs(i - j) for j in range(5)] for i in range(5)]
matrices = {
    "independent": [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
    "a curve": ar,
    "a curve with its own scales": [[ar[i][j] * (i + 1) * (j + 1) for j in range(5)] for i in range(5)],
    "nearly one": [[1, 0.99], [0.99, 1]],
}

reference = {
    "clustered": [
        clustered("one trial each", [[1], [0], [0], [1], [0], [0], [0]]),
        clustered("habits", regular(40, 1, 8)),
        clustered("a few busy people", [[1] * 9 + [0], [0] * 8, [1, 0], [0], [1, 1, 0]]),
    ],
    "bands": [
        {"name": name, "covariance": m, "alpha": a, "multiplier": critical(m, a)}
        for name, m in matrices.items()
        for a in (0.05, 0.2)
    ],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(reference, indent=1) + "\n")
