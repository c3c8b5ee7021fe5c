"""Reference values for CUPED, written to cuped.json.

"within": the difference of Lin (2013), by an ordinary regression on arm, centred covariates and their
products (statsmodels), its error by HC3 and by the noise of the covariates' mean where slopes differ. "pooled": the slope around the common mean, then Welch's test (numpy, scipy).
Run with /usr/bin/python3 (packages python3-scipy, python3-statsmodels).
"""

import json
from pathlib import Path

import numpy as np
import statsmodels.api as sm
from scipy import stats

rng = np.random.default_rng(7)


def arm(n, shift, missing):
    before = rng.gamma(1.5, 20, n)
    after = (0.6 * before + rng.gamma(2, 10, n) + shift).round(2)
    is_missing = rng.random(n) < missing
    return {
        "after": after.tolist(),
        "before": np.where(is_missing, 0, before).round(2).tolist(),
        "isMissing": is_missing.astype(int).tolist(),
    }


def lin(control, treatment, columns):
    y = np.concatenate([control["after"], treatment["after"]])
    t = np.repeat([0.0, 1.0], [len(control["after"]), len(treatment["after"])])
    x = np.column_stack([np.concatenate([control[c], treatment[c]]) for c in columns])
    x = x - x.mean(axis=0)
    fit = sm.OLS(y, np.column_stack([np.ones_like(t), t, x, x * t[:, None]])).fit()
    gaps = fit.params[2 + x.shape[1] :]
    of_mean = gaps @ np.atleast_2d(np.cov(x.T)) @ gaps / len(y)
    return fit.params[1], np.sqrt(fit.HC3_se[1] ** 2 + of_mean)


def pooled(control, treatment):
    y = np.concatenate([control["after"], treatment["after"]])
    x = np.concatenate([control["before"], treatment["before"]])
    theta = np.cov(y, x)[0, 1] / np.var(x, ddof=1)
    adjusted = [np.array(a["after"]) - theta * np.array(a["before"]) for a in (control, treatment)]
    result = stats.ttest_ind(adjusted[1], adjusted[0], equal_var=False)
    return {"theta": theta, "difference": adjusted[1].mean() - adjusted[0].mean(), "t": result.statistic, "p": result.pvalue}


def case(name, control, treatment):
    return {
        "name": name,
        "control": control,
        "treatment": treatment,
        "lin": lin(control, treatment, ["before"])[0],
        "linError": lin(control, treatment, ["before"])[1],
        "linWithMissing": lin(control, treatment, ["before", "isMissing"])[0],
        "linWithMissingError": lin(control, treatment, ["before", "isMissing"])[1],
        "pooled": pooled(control, treatment),
    }


cases = [
    case("equal arms", arm(60, 3, 0.2), arm(60, 0, 0.2)),
    case("a small treatment", arm(90, 0, 0.1), arm(25, 6, 0.3)),
]
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"madeWith": "statsmodels, scipy", "cases": cases}) + "\n")
