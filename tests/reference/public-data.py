"""Counts and tests of three public data sets, written to public-data.json.

Rows: ../shared/data (charitable_giving, marketing_ab_2pct, upworthy). Numbers: scipy and statsmodels. Of
upworthy every 80th test is kept; its Parquet file is read with the repository's own hyparquet.
Run from the repository with /usr/bin/python3 (package python3-statsmodels, which brings pandas).
"""

import json
import subprocess
from io import StringIO
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.proportion import confint_proportions_2indep, proportions_ztest

DATA = Path("../shared/data")
READ_UPWORTHY = """
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet/src/node.js';
import { compressors } from 'hyparquet-compressors';
const file = await asyncBufferFromFile('../shared/data/upworthy/upworthy_clean.parquet');
const columns = ['clickability_test_id', 'impressions', 'clicks'];
for (const row of await parquetReadObjects({ file, compressors, columns })) console.log(columns.map((c) => row[c]).join(','));
"""


def proportion(control, treatment):
    counts = [int(treatment.sum()), int(control.sum())]
    sizes = [len(treatment), len(control)]
    return rates(counts, sizes)


def rates(counts, sizes):
    z, p = proportions_ztest(counts, sizes)
    newcombe = confint_proportions_2indep(counts[0], sizes[0], counts[1], sizes[1], method="newcomb", compare="diff")
    return {
        "control": {"n": sizes[1], "successes": counts[1]},
        "treatment": {"n": sizes[0], "successes": counts[0]},
        "z": float(z),
        "p": float(p),
        "newcombe": [float(x) for x in newcombe],
        "fisher": float(stats.fisher_exact([[counts[0], sizes[0] - counts[0]], [counts[1], sizes[1] - counts[1]]])[1]),
    }


def mean(control, treatment):
    result = stats.ttest_ind(treatment, control, equal_var=False)
    summary = lambda x: {"n": len(x), "mean": float(np.mean(x)), "m2": float(np.var(x) * len(x))}
    return {"control": summary(control), "treatment": summary(treatment), "t": float(result.statistic), "p": float(result.pvalue)}


def split(observed, weights):
    observed = [int(n) for n in observed]
    expected = np.array(weights) / sum(weights) * sum(observed)
    statistic, p = stats.chisquare(observed, expected)
    return {"observed": observed, "weights": weights, "statistic": float(statistic), "p": float(p)}


def charitable():
    rows = pd.read_csv(DATA / "charitable_giving/charitable.csv.gz")
    arm = lambda value, column: rows.loc[(rows.treatment == value) & rows[column].notna(), column].to_numpy()
    return {
        "split": split([(rows.treatment == 0).sum(), (rows.treatment == 1).sum()], [1, 2]),
        "gave": proportion(arm(0, "out_gavedum"), arm(1, "out_gavedum")),
        "amount": mean(arm(0, "out_amountgive"), arm(1, "out_amountgive")),
    }


def marketing():
    rows = pd.read_csv(DATA / "marketing_ab_2pct/marketing_AB_sample.csv")
    arm = lambda value, column: rows.loc[rows["test group"] == value, column].to_numpy()
    return {
        "split": split([len(arm("psa", "converted")), len(arm("ad", "converted"))], [4, 96]),
        "converted": proportion(arm("psa", "converted"), arm("ad", "converted")),
        "ads": mean(arm("psa", "total ads"), arm("ad", "total ads")),
    }


def upworthy():
    text = subprocess.run(["node", "--input-type=module", "-e", READ_UPWORTHY], capture_output=True, text=True, check=True).stdout
    rows = pd.read_csv(StringIO(text), names=["test", "users", "clicks"])
    tests = []
    for name, arms in list(rows.groupby("test", sort=True))[::80]:
        users, clicks = arms.users.to_list(), arms.clicks.to_list()
        first = [rates([clicks[i], clicks[0]], [users[i], users[0]]) for i in range(1, len(arms)) if clicks[i] + clicks[0]]
        tests.append({"name": name, "split": split(users, [1] * len(users)), "comparisons": first})
    return tests


result = {"madeWith": "scipy, statsmodels", "charitable": charitable(), "marketing": marketing(), "upworthy": upworthy()}
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result) + "\n")
