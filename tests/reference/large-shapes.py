"""Chi-square tails at many degrees of freedom, written to large-shapes.json.

60-digit arithmetic: mpmath's regularised incomplete gamma function, where distributions.json of
../shared/golden ends (df 1,000). Run with /usr/bin/python3 (package python3-mpmath).
"""

import json
from pathlib import Path

import mpmath as mp

mp.mp.dps = 60


def point(df, z):
    x = float(df + z * (2 * df) ** 0.5)
    upper = mp.gammainc(mp.mpf(df) / 2, mp.mpf(x) / 2, mp.inf, regularized=True)
    return {"df": df, "x": x, "upper": float(upper), "lower": float(1 - upper)}


points = [point(df, z) for df in (150, 1700, 20000, 300000) for z in (-30, -8, -2, -0.01, 0, 0.5, 3, 9, 20)]
points = [p for p in points if p["x"] > 0 and p["lower"] > 1e-50]
path = Path(__file__).with_suffix(".json")
path.write_text(json.dumps({"madeWith": "mpmath", "points": points}, indent=1) + "\n")
