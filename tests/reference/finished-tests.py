"""The headline tests of upworthy as a list, written to finished-tests.json.

Rows: ../shared/data/upworthy (counts only; the arms of a test in the order of its rows, the first taken
as the control; its Parquet file is read with the repository's own hyparquet). Every comparison with
scipy's chi-square without continuity correction, every split with scipy's chisquare, all comparisons
corrected together by statsmodels' Benjamini-Hochberg. Kept: the totals, and every 97th test in full. Run from the
repository with /usr/bin/python3 (package python3-statsmodels, which brings pandas).
"""

import json
import subprocess
from io import StringIO
from pathlib import Path

import numpy as np
import pandas as pd
from scipy import stats
from statsmodels.stats.multitest import multipletests

ALPHA = 0.05
READ = """
import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet/src/node.js';
import { compressors } from 'hyparquet-compressors';
const file = await asyncBufferFromFile('../shared/data/upworthy/upworthy_clean.parquet');
const columns = ['clickability_test_id', 'index', 'impressions', 'clicks'];
for (const row of await parquetReadObjects({ file, compressors, columns })) console.log(columns.map((c) => row[c]).join(','));
"""

text = subprocess.run(["node", "--input-type=module", "-e", READ], capture_output=True, text=True, check=True).stdout
rows = pd.read_csv(StringIO(text), names=["test", "arm", "users", "clicks"], dtype={"arm": str})

tests, family = [], []
for name, arms in rows.groupby("test", sort=False):
    users, clicks = arms.users.to_numpy(), arms.clicks.to_numpy()
    comparisons = []
    for i in range(1, len(arms)):
        comparison = {"arm": arms.arm.iloc[i], "difference": clicks[i] / users[i] - clicks[0] / users[0]}
        if 0 < clicks[i] + clicks[0] < users[i] + users[0]:
            table = [[clicks[i], users[i] - clicks[i]], [clicks[0], users[0] - clicks[0]]]
            comparison["p"] = float(stats.chi2_contingency(table, correction=False)[1])
            family.append(comparison)
        comparisons.append(comparison)
    split = float(stats.chisquare(users)[1])
    tests.append({"name": name, "control": arms.arm.iloc[0], "splitP": split, "comparisons": comparisons})

ps = np.array([comparison["p"] for comparison in family])
adjusted = multipletests(ps, ALPHA, method="fdr_bh")[1]
for comparison, p in zip(family, adjusted):
    comparison["pAdjusted"] = float(p)
result = {
    "madeWith": "scipy, statsmodels",
    "tests": len(tests),
    "comparisons": len(family),
    "below": int((ps < ALPHA).sum()),
    "found": int((adjusted < ALPHA).sum()),
    "splitsOff": sum(test["splitP"] < 0.001 for test in tests),
    "kept": tests[::97],
}
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps(result) + "\n")
