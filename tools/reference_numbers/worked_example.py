"""One gradient step on three weights, by hand: L1, L2 in both conventions, elastic net, proximal step, weight decay."""

import numpy as np

INPUTS = [
    "inputs",
    "small_weights.w0",
    "small_weights.eta",
    "small_weights.lambda",
    "small_weights.data_grad",
    "seed_printed",
]


def draw(content, rng):
    """Stays as it is for every seed: the example is printed in a text."""


def soft_threshold(v, threshold):
    return np.sign(v) * np.maximum(np.abs(v) - threshold, 0)


def recompute(content):
    given = content["inputs"]
    w, g, eta, lam = np.array(given["w"]), given["data_grad"], given["eta"], given["lambda"]
    l1, l2 = given["elastic_net"]["lambda1"], given["elastic_net"]["lambda2"]
    penalties = {
        "no_penalty": (0.0, np.zeros(3)),
        "l1": (lam * np.abs(w).sum(), lam * np.sign(w)),
        "l2": (lam * (w**2).sum(), 2 * lam * w),
        "l2_half_convention": (0.5 * lam * (w**2).sum(), lam * w),
        "elastic_net": (l1 * np.abs(w).sum() + l2 * (w**2).sum(), l1 * np.sign(w) + 2 * l2 * w),
    }
    for name, (penalty, gradient) in penalties.items():
        w_new = w - eta * (g + gradient)
        content[name].update(
            penalty=penalty,
            total_loss=given["data_loss"] + penalty,
            grad_total=g + gradient,
            grad_penalty=g + gradient - g if name != "no_penalty" else gradient,
            w_new=w_new,
            abs_change=np.abs(w_new) - np.abs(w),
        )

    v = w - eta * g
    content["proximal"].update(
        l1_soft_threshold=soft_threshold(v, eta * lam),
        l2=v / (1 + 2 * eta * lam),
        elastic_net=soft_threshold(v, eta * l1) / (1 + 2 * eta * l2),
        threshold_l1=eta * lam,
    )
    factor = 1 - 2 * eta * lam
    content["l2_as_weight_decay"].update(w_new=factor * w - eta * g, factor=factor)
    content["penalty_pull"].update(l1=np.abs(penalties["l1"][1]), l2=np.abs(penalties["l2"][1]))

    small = content["small_weights"]
    eta, lam, g = small["eta"], small["lambda"], small["data_grad"]
    subgradient, proximal = [np.array(small["w0"])], [np.array(small["w0"])]
    for _ in range(12):
        subgradient.append(subgradient[-1] - eta * (g + lam * np.sign(subgradient[-1])))
        proximal.append(soft_threshold(proximal[-1] - eta * g, eta * lam))
    small.update(subgradient_trajectory=np.array(subgradient), proximal_trajectory=np.array(proximal))

    printed = content["seed_printed"]
    for name in ("L1", "L2"):
        loss, weights = content[name.lower()]["total_loss"], content[name.lower()]["w_new"]
        content["seed_numbers_match"][f"{name}_loss"] = bool(np.isclose(loss, printed[f"{name}_loss"]))
        content["seed_numbers_match"][f"{name}_w"] = bool(np.allclose(weights, printed[f"{name}_w"]))
