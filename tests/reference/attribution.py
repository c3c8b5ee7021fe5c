"""Reference values for Markov attribution, written to attribution.json: ten thousand paths from a
generator that tests/analyses/made-paths.ts repeats, orders 1 to 3 solved with numpy, each channel
removed by deleting its states and solving again. Run with /usr/bin/python3 (package python3-numpy).
"""

import json
from collections import defaultdict
from pathlib import Path

import numpy as np

CHANNELS = ["search", "social", "email", "display", "direct", "partner"]


def dice(seed):
    state = seed

    def draw():
        nonlocal state
        state = (state * 1664525 + 1013904223) % 2**32
        return state / 2**32

    return draw


def made_paths(count):
    random = dice(2026)
    for _ in range(count):
        length = 1 + int(8 * random() ** 2)
        at = int(6 * random() ** 1.5)
        path = [at]
        while len(path) < length:
            at = (at + int(6 * random() ** 2)) % 6
            path.append(at)
        chance = 0.1 + 0.05 * path[-1] + (0.2 if 2 in path else 0)
        converted = random() < chance
        value = int(10000 * random() ** 2) / 100
        yield path, converted, value if converted else 0.0


def states(path, order):
    path = [step for i, step in enumerate(path) if i == 0 or step != path[i - 1]]
    width = min(order, len(path))
    windows = [tuple(path[i : i + width]) for i in range(len(path) - width + 1)]
    return [state for i, state in enumerate(windows) if i == 0 or state != windows[i - 1]]


def solved(journeys, order, removed=None):
    """Chance to convert and expected value from the start."""
    moves, ends, wins, worth = (defaultdict(float) for _ in range(4))
    for path, converted, value in journeys:
        visited = ["start", *states(path, order)]
        for a, b in zip(visited, visited[1:]):
            moves[a, b] += 1
        ends[visited[-1]] += 1
        wins[visited[-1]] += converted
        worth[visited[-1]] += value
    out = defaultdict(float)
    for (a, _), count in moves.items():
        out[a] += count
    for a, count in ends.items():
        out[a] += count
    kept = [s for s in out if s == "start" or removed not in s]
    place = {s: i for i, s in enumerate(kept)}
    matrix = np.eye(len(kept))
    right = np.zeros((len(kept), 2))
    for (a, b), count in moves.items():
        if a in place and b in place:
            matrix[place[a], place[b]] -= count / out[a]
    for s in kept:
        right[place[s]] = [wins[s] / out[s], worth[s] / out[s]]
    return np.linalg.solve(matrix, right)[place["start"]]


def order_values(journeys, order):
    whole = solved(journeys, order)
    without = np.array([solved(journeys, order, c) for c in range(len(CHANNELS))])
    effects = 1 - without / whole
    totals = np.array([sum(c for _, c, _ in journeys), sum(v for _, _, v in journeys)])
    credit = totals * effects / effects.sum(axis=0)
    return {
        "order": order,
        "chance": whole[0],
        "removalEffects": dict(zip(CHANNELS, effects[:, 0])),
        "conversions": dict(zip(CHANNELS, credit[:, 0])),
        "value": dict(zip(CHANNELS, credit[:, 1])),
    }


journeys = list(made_paths(10000))
result = {
    "made_with": f"numpy {np.__version__}",
    "paths": len(journeys),
    "conversions": sum(c for _, c, _ in journeys),
    "value": sum(v for _, _, v in journeys),
    "orders": [order_values(journeys, order) for order in (1, 2, 3)],
}
Path(__file__).with_suffix(".json").write_text(json.dumps(result, indent=1) + "\n")
