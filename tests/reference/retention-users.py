"""Reference values for overall rows where users are in several cohorts: cluster-robust errors of the
pooled rate, written to retention-users.json. statsmodels. Run with /usr/bin/python3.
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm

WEEKS = 8
rng = np.random.default_rng(11)
habits = rng.beta(0.8, 1.2, size=30)
active = [[int(rng.random() < habit) for _ in range(WEEKS)] for habit in habits]


def pooled(k):
    """Who is active in a week, and again k weeks later: rate and error with users as clusters."""
    trials = [
        (user, weeks[i + k])
        for user, weeks in enumerate(active)
        for i in range(WEEKS - k)
        if weeks[i]
    ]
    y = np.array([t[1] for t in trials], float)
    fit = sm.OLS(y, np.ones((len(y), 1))).fit(
        cov_type="cluster",
        cov_kwds={"groups": np.array([t[0] for t in trials]), "use_correction": False},
    )
    return {"offset": k, "of": len(y), "users": int(y.sum()), "rate": float(fit.params[0]), "error": float(fit.bse[0])}


reference = {"active": active, "overall": [pooled(k) for k in (1, 2, 3, 5)]}
Path(__file__).with_suffix(".json").write_text(json.dumps(reference) + "\n")
