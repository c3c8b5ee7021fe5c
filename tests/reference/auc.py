"""Areas under the ROC curve and DeLong's variances from the pairwise definition, for tests/stats/auc.test.ts.

python3 tests/reference/auc.py > tests/reference/auc.json
"""

import json

import numpy as np
from scipy.stats import norm


def kernel(x, y):
    return (x[:, None] > y[None, :]) + 0.5 * (x[:, None] == y[None, :])


def areas(scores, happened):
    """Area of each score with the covariance matrix of the areas (DeLong et al. 1988, eq. 4-6)."""
    happened = np.array(happened, bool)
    v10, v01, area = [], [], []
    for score in scores:
        score = np.array(score, float)
        psi = kernel(score[happened], score[~happened])
        v10.append(psi.mean(axis=1))
        v01.append(psi.mean(axis=0))
        area.append(psi.mean())
    s10 = np.atleast_2d(np.cov(np.array(v10)))
    s01 = np.atleast_2d(np.cov(np.array(v01)))
    return np.array(area), s10 / happened.sum() + s01 / (~happened).sum()


rng = np.random.default_rng(9)
cases = []
for n, digits in [(12, 0), (40, 1), (150, 6), (150, 0)]:
    happened = rng.random(n) < 0.4
    a = np.round(rng.normal(0, 2, n) + 1.5 * happened, digits)
    b = np.round(rng.normal(0, 2, n) + 0.7 * happened + 0.3 * a, digits)
    area, cov = areas([a, b], happened)
    error = np.sqrt(np.diag(cov))
    difference = area[0] - area[1]
    spread = np.sqrt(cov[0, 0] + cov[1, 1] - 2 * cov[0, 1])
    z = norm.ppf(0.975)
    cases.append(
        {
            "a": a.tolist(),
            "b": b.tolist(),
            "happened": happened.astype(int).tolist(),
            "area": area[0],
            "error": error[0],
            "low": max(0, area[0] - z * error[0]),
            "high": min(1, area[0] + z * error[0]),
            "difference": difference,
            "differenceLow": difference - z * spread,
            "differenceHigh": difference + z * spread,
            "p": 2 * norm.sf(abs(difference / spread)),
        }
    )
print(json.dumps(cases))
