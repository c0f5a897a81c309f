"""Dense, ReLU, losses, penalties and a small network: PyTorch autograd, and Keras's evaluate as a second opinion."""

import numpy as np
import torch
from torch.nn import functional as F

from .keras64 import keras

CASES = ("random", "extreme", "large_offset", "single_row")
INPUTS = [
    *(f"dense.{name}" for name in ("X", "W", "b", "upstream")),
    "relu.Z",
    "relu.upstream",
    *(f"softmax_cross_entropy.{case}.{name}" for case in CASES for name in ("logits", "labels")),
    "mse.pred",
    "mse.target",
    *(f"bce_with_logits.{case}.{name}" for case in ("random", "soft_targets", "extreme") for name in ("logits", "targets")),
    "penalties.W",
    *(f"penalties.{name}.{coefficient}" for name in ("l1", "l2", "elastic_net") for coefficient in ("lambda1", "lambda2")),
    *(f"dense_ce_penalty.{name}" for name in ("labels", "lambda1", "lambda2")),
    *(f"mlp.{name}" for name in ("W1", "b1", "W2", "b2", "X", "labels", "lambda1", "lambda2")),
    *(f"dropout_given_mask.{name}" for name in ("input", "keep_mask", "rate", "upstream")),
]


def draw(content, rng):
    def normal(holder, *names, scale=1.0):
        for name in names:
            holder[name] = rng.normal(0, scale, np.shape(holder[name])).tolist()

    normal(content["dense"], "X", "upstream")
    normal(content["dense"], "W", "b", scale=0.5)
    normal(content["relu"], "Z", "upstream")
    content["relu"]["Z"][0][0] = 0.0
    for name in ("random", "large_offset", "single_row"):
        case = content["softmax_cross_entropy"][name]
        normal(case, "logits", scale=2.0)
        case["labels"] = rng.integers(0, len(case["logits"][0]), len(case["logits"])).tolist()
    offset = content["softmax_cross_entropy"]["large_offset"]
    offset["logits"] = (np.array(offset["logits"]) + 1000).tolist()
    normal(content["mse"], "pred", "target")
    for name in ("random", "soft_targets"):
        case = content["bce_with_logits"][name]
        normal(case, "logits", scale=2.0)
        n = len(case["logits"])
        case["targets"] = (rng.integers(0, 2, n).astype(float) if name == "random" else rng.uniform(size=n)).tolist()
    normal(content["penalties"], "W", scale=0.5)
    content["penalties"]["W"][2][1] = 0.0
    content["dense_ce_penalty"]["labels"] = content["softmax_cross_entropy"]["random"]["labels"]
    mlp = content["mlp"]
    normal(mlp, "X")
    normal(mlp, "W1", "W2", scale=0.7)
    normal(mlp, "b1", "b2", scale=0.1)
    mlp["labels"] = content["softmax_cross_entropy"]["random"]["labels"]
    dropout = content["dropout_given_mask"]
    normal(dropout, "input", "upstream")
    dropout["keep_mask"] = rng.integers(0, 2, np.shape(dropout["keep_mask"])).astype(float).tolist()


def tensor(values):
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


def constant(values):
    return torch.tensor(values, dtype=torch.float64)


def penalty(W, l1, l2):
    """λ₁ Σ|w| + λ₂ Σw². Of |w|, autograd gives 0 at 0."""
    return l1 * W.abs().sum() + l2 * (W**2).sum()


def recompute(content):
    dense(content["dense"])
    relu(content["relu"])
    for case in content["softmax_cross_entropy"].values():
        softmax_cross_entropy(case)
    mse(content["mse"])
    for case in content["bce_with_logits"].values():
        bce_with_logits(case)
    penalties(content["penalties"])
    dense_ce_penalty(content["dense_ce_penalty"], content["dense"])
    mlp(content["mlp"])
    dropout(content["dropout_given_mask"])


def dense(c):
    X, W, b = tensor(c["X"]), tensor(c["W"]), tensor(c["b"])
    Y = X @ W + b
    Y.backward(constant(c["upstream"]))
    c.update(Y=Y, dX=X.grad, dW=W.grad, db=b.grad)


def relu(c):
    Z = tensor(c["Z"])
    A = F.relu(Z)
    A.backward(constant(c["upstream"]))
    c.update(A=A, dZ=Z.grad)


def softmax_cross_entropy(c):
    logits, labels = tensor(c["logits"]), torch.tensor(c["labels"])
    loss = F.cross_entropy(logits, labels)
    loss.backward()
    c.update(
        log_softmax=F.log_softmax(logits, 1),
        softmax=F.softmax(logits, 1),
        per_sample=F.cross_entropy(logits, labels, reduction="none"),
        loss_mean=loss,
        dlogits=logits.grad,
    )


def mse(c):
    pred, target = tensor(c["pred"]), constant(c["target"])
    loss = F.mse_loss(pred, target)
    loss.backward()
    outputs = pred.shape[1]
    c.update(
        loss_mean_all_elements=loss,
        dpred_mean_all_elements=pred.grad,
        loss_sum_over_outputs_mean_over_rows=((pred - target) ** 2).sum(1).mean(),
        dpred_sum_over_outputs_mean_over_rows=outputs * pred.grad,
    )


def bce_with_logits(c):
    logits, targets = tensor(c["logits"]), constant(c["targets"])
    loss = F.binary_cross_entropy_with_logits(logits, targets)
    loss.backward()
    per_element = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    c.update(per_element=per_element, sigmoid=torch.sigmoid(logits), loss_mean=loss, dlogits=logits.grad)


def penalties(c):
    for name in ("l1", "l2", "elastic_net"):
        case = c[name]
        for target, l2 in ((case, case["lambda2"]), (case["half_convention"], case["lambda2"] / 2)):
            W = tensor(c["W"])
            value = penalty(W, case["lambda1"], l2)
            value.backward()
            target.update(value=value, grad=W.grad)


def dense_ce_penalty(c, given):
    labels = torch.tensor(c["labels"])
    for name, l1, l2 in (
        ("none", 0.0, 0.0),
        ("l1", c["lambda1"], 0.0),
        ("l2", 0.0, c["lambda2"]),
        ("elastic_net", c["lambda1"], c["lambda2"]),
    ):
        X, W, b = tensor(given["X"]), tensor(given["W"]), tensor(given["b"])
        loss = F.cross_entropy(X @ W + b, labels)
        total = loss + penalty(W, l1, l2)
        total.backward()
        layer = keras.layers.Dense(W.shape[1], kernel_regularizer=keras.regularizers.L1L2(l1, l2))
        model = keras.Sequential([keras.Input((W.shape[0],)), layer])
        layer.set_weights([np.array(given["W"]), np.array(given["b"])])
        model.compile(loss=keras.losses.SparseCategoricalCrossentropy(from_logits=True))
        evaluated = model.evaluate(np.array(given["X"]), np.array(c["labels"]), batch_size=len(labels), verbose=0)
        c[name].update(
            data_loss=loss,
            total_loss=total,
            dW=W.grad,
            db=b.grad,
            dX=X.grad,
            keras_evaluate_loss_float64_model=float(evaluated),
        )


def mlp(c):
    W1, b1, W2, b2, X = (tensor(c[name]) for name in ("W1", "b1", "W2", "b2", "X"))
    hidden = F.relu(X @ W1 + b1)
    logits = hidden @ W2 + b2
    loss = F.cross_entropy(logits, torch.tensor(c["labels"]))
    total = loss + penalty(W1, c["lambda1"], c["lambda2"]) + penalty(W2, c["lambda1"], c["lambda2"])
    total.backward()
    c.update(hidden=hidden, logits=logits, data_loss=loss, total_loss=total)
    c.update(dW1=W1.grad, db1=b1.grad, dW2=W2.grad, db2=b2.grad, dX=X.grad)


def dropout(c):
    scale = constant(c["keep_mask"]) / (1 - c["rate"])
    c.update(output=constant(c["input"]) * scale, dinput=constant(c["upstream"]) * scale, eval_output=c["input"])
