"""Reference values for comparisons of two means, written to means.json.

Welch: scipy. Fieller: the set of lifts that the test of "treatment - (1 + lift) control" does not
reject, found by bisection in 40-digit arithmetic (not from the quadratic).
Run with /usr/bin/python3 (packages python3-scipy, python3-mpmath).
"""

import json
import random
from pathlib import Path

import mpmath as mp
from scipy import stats

mp.mp.dps = 40
random.seed(20)

SAMPLES = {
    "eight against seven": ([3.1, 4.7, 5.0, 2.2, 3.9, 4.4, 6.1, 3.3], [5.2, 6.6, 4.1, 7.3, 5.9, 6.0, 4.8]),
    "unequal variances": ([1, 2, 4, 3, 2, 3], [10, 35, 2, 18, 47, 5, 29, 31, 12, 9]),
    "a mean near 1e9": ([1e9 + x for x in (0, 1, 2, 3, 4)], [1e9 + x for x in (1, 3, 2, 5, 4, 6)]),
    "a control below zero": ([-5.0, -4.2, -6.3, -5.5, -4.9], [-4.0, -3.1, -4.4, -5.2, -3.8, -3.5]),
    "skewed": (
        [0.0] * 180 + [round(random.lognormvariate(3, 1), 2) for _ in range(40)],
        [0.0] * 170 + [round(random.lognormvariate(3, 1), 2) for _ in range(55)],
    ),
}


def mean(values):
    return sum(map(mp.mpf, values)) / len(values)


def squared_error(values):
    m = mean(values)
    return sum((mp.mpf(x) - m) ** 2 for x in values) / (len(values) - 1) / len(values)


def fieller(control, treatment, q):
    mc, mt, vc, vt = mean(control), mean(treatment), squared_error(control), squared_error(treatment)
    sign = 1 if mc > 0 else -1
    t = lambda lift: (mt - mc - lift * abs(mc)) / mp.sqrt(vt + (1 + sign * lift) ** 2 * vc)
    estimate = (mt - mc) / abs(mc)
    return [float(estimate), float(crossing(t, q, estimate, -1)), float(crossing(t, -q, estimate, 1))]


def crossing(f, level, start, direction):
    inside, step = start, mp.mpf("0.01")
    while (f(start + direction * step) - level) * direction > 0:
        step *= 2
    outside = start + direction * step
    for _ in range(120):
        middle = (inside + outside) / 2
        if (f(middle) - level) * direction > 0:
            inside = middle
        else:
            outside = middle
    return inside


def case(name, control, treatment):
    vc, vt = squared_error(control), squared_error(treatment)
    df = (vc + vt) ** 2 / (vc**2 / (len(control) - 1) + vt**2 / (len(treatment) - 1))
    q = mp.mpf(stats.t.isf(0.025, float(df)))
    difference, error = mean(treatment) - mean(control), mp.sqrt(vc + vt)
    return {
        "name": name,
        "control": control,
        "treatment": treatment,
        "t": float(difference / error),
        "df": float(df),
        "p": float(2 * stats.t.sf(float(abs(difference / error)), float(df))),
        "low": float(difference - q * error),
        "high": float(difference + q * error),
        "lift": fieller(control, treatment, q),
    }


path = Path(__file__).with_suffix(".json")
cases = [case(name, *sample) for name, sample in SAMPLES.items()]
path.write_text(json.dumps({"madeWith": "scipy, mpmath", "cases": cases}, indent=1) + "\n")
