"""The points of make_moons without noise and without shuffling."""

from sklearn.datasets import make_moons

INPUTS = ["cases[].n_samples"]


def draw(content, rng):
    for case in content["cases"]:
        pair = isinstance(case["n_samples"], list)
        case["n_samples"] = rng.integers(1, 9, 2).tolist() if pair else int(rng.integers(2, 16))


def recompute(content):
    for case in content["cases"]:
        samples = case["n_samples"]
        case["X"], case["y"] = make_moons(tuple(samples) if isinstance(samples, list) else samples, shuffle=False, noise=None)
