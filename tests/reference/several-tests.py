"""Reference values for rank tests, heterogeneity, analysis of variance and all pairs, written to
several-tests.json. scipy and statsmodels. Run with /usr/bin/python3.
"""

import json
from pathlib import Path

import numpy as np
from scipy import stats
from statsmodels.stats.meta_analysis import combine_effects

SAMPLES = {
    "small without ties": ([1.1, 2.3, 0.4, 5.5, 3.2], [2.2, 6.1, 4.8, 7.0]),
    "ties": ([0, 0, 0, 1, 2, 2, 5], [0, 1, 2, 3, 3, 8, 8, 9]),
    "mostly zero": ([0] * 40 + [3, 8, 20], [0] * 35 + [1, 2, 9, 9, 30, 41]),
    "large without ties": ([x * 1.01 for x in range(1, 30)], [x * 1.13 + 0.005 for x in range(3, 28)]),
}


def mann_whitney(name, control, treatment):
    exact = len(control) + len(treatment) <= 20 and len(set(control + treatment)) == len(control + treatment)
    result = stats.mannwhitneyu(treatment, control, method="exact" if exact else "asymptotic")
    return {"name": name, "control": control, "treatment": treatment, "u": result.statistic, "p": result.pvalue, "exact": exact}


def heterogeneity(values, errors):
    result = combine_effects(np.array(values), np.array(errors) ** 2, method_re="chi2")
    test = result.test_homogeneity()
    return {
        "values": values,
        "errors": errors,
        "q": float(result.q),
        "p": float(test.pvalue),
        "i2": float(max(0, result.i2)),
        "tau2": float(max(0, result.tau2)),
        "common": [float(result.mean_effect_fe), float(result.sd_eff_w_fe)],
    }


arms = [[3.1, 4.7, 5.0, 2.2, 3.9, 4.4], [5.2, 6.6, 4.1, 7.3, 5.9], [4.4, 9.1, 6.5, 12.0, 5.8, 7.7, 8.1]]


def games_howell():
    pairs = []
    for a in range(3):
        for b in range(a + 1, 3):
            x, y = np.array(arms[a]), np.array(arms[b])
            vx, vy = x.var(ddof=1) / len(x), y.var(ddof=1) / len(y)
            df = (vx + vy) ** 2 / (vx**2 / (len(x) - 1) + vy**2 / (len(y) - 1))
            q = abs(y.mean() - x.mean()) / np.sqrt((vx + vy) / 2)
            pairs.append({"a": a, "b": b, "p": float(stats.studentized_range.sf(q, 3, df))})
    return pairs


f = stats.f_oneway(*arms)
table = [[20, 31, 9], [25, 18, 12]]
chi2 = stats.chi2_contingency(table, correction=False)
result = {
    "madeWith": "scipy, statsmodels",
    "mannWhitney": [mann_whitney(name, *sample) for name, sample in SAMPLES.items()],
    "heterogeneity": [heterogeneity([0.1, 0.35, -0.05, 0.2], [0.08, 0.1, 0.12, 0.05]), heterogeneity([1.0, 1.1], [0.5, 0.4])],
    "arms": arms,
    "anova": {"f": f.statistic, "p": f.pvalue},
    "gamesHowell": games_howell(),
    "independence": {"table": table, "statistic": chi2[0], "p": chi2[1], "df": chi2[2]},
    "srm": {"observed": [3, 9], "weights": [0.6, 0.4], "p": stats.binomtest(3, 12, 0.6).pvalue},
}
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result, indent=1) + "\n")
