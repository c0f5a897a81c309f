"""Ten steps of each optimizer of PyTorch and Keras on two small objectives; the gradients are autograd's."""

import numpy as np
import torch
from torch.nn import functional as F

from .keras64 import keras

STEPS = 10
INPUTS = [
    *(f"objectives.quadratic.{name}" for name in ("A", "b", "x0")),
    *(f"objectives.logistic.{name}" for name in ("X", "y", "w0")),
    "torch.*.settings",
    "keras.*.settings",
]


def draw(content, rng):
    quadratic, logistic = content["objectives"]["quadratic"], content["objectives"]["logistic"]
    n = len(quadratic["x0"])
    basis, _ = np.linalg.qr(rng.normal(size=(n, n)))
    quadratic["A"] = (basis @ np.diag(np.linspace(0.5, 4, n)) @ basis.T).tolist()
    quadratic.update(b=rng.normal(0, 0.5, n).tolist(), x0=[*rng.normal(0, 1.5, n - 1).tolist(), 0.0])
    rows, columns = np.shape(logistic["X"])
    logistic["X"] = rng.normal(size=(rows, columns)).tolist()
    logistic["y"] = rng.permutation(np.arange(rows) % 2).astype(float).tolist()
    logistic["w0"] = rng.normal(0, 0.3, columns).tolist()


def objectives(given):
    """Start and loss of each objective."""
    A, b = (torch.tensor(given["quadratic"][name], dtype=torch.float64) for name in ("A", "b"))
    X, y = (torch.tensor(given["logistic"][name], dtype=torch.float64) for name in ("X", "y"))
    return {
        "quadratic": (given["quadratic"]["x0"], lambda x: 0.5 * x @ A @ x - b @ x),
        "logistic": (given["logistic"]["w0"], lambda w: F.binary_cross_entropy_with_logits(X @ w, y)),
    }


def loss_and_gradient(loss, values):
    x = torch.tensor(values, dtype=torch.float64, requires_grad=True)
    value = loss(x)
    value.backward()
    return value.item(), x.grad


def trace(start, loss, make_step):
    """Parameters before and after each step, and loss and gradient before it."""
    params, losses, gradients = [np.array(start)], [], []
    step = make_step(params[0])
    for _ in range(STEPS):
        value, gradient = loss_and_gradient(loss, params[-1])
        params.append(step(gradient))
        losses.append(value)
        gradients.append(gradient.numpy())
    return np.array(params), losses, np.array(gradients)


def torch_step(entry):
    def make(start):
        parameter = torch.nn.Parameter(torch.tensor(start))
        settings = {key: tuple(value) if key == "betas" else value for key, value in entry["settings"].items()}
        optimizer = getattr(torch.optim, entry["class"])([parameter], **settings)

        def step(gradient):
            parameter.grad = gradient
            optimizer.step()
            return parameter.detach().numpy().copy()

        return step

    return make


def keras_step(entry, generic=False):
    def make(start):
        variable = keras.Variable(start, dtype="float64")
        optimizer = getattr(keras.optimizers, entry["class"])(**entry["settings"])
        if generic:  # the formula of the class instead of the fused one of the torch backend
            base = keras.src.optimizers.base_optimizer.BaseOptimizer
            optimizer._backend_update_step = lambda *update: base._backend_update_step(optimizer, *update)

        def step(gradient):
            with torch.no_grad():
                optimizer.apply([gradient], [variable])
            return keras.ops.convert_to_numpy(variable).copy()

        return step

    return make


def recompute(content):
    problems = objectives(content["objectives"])
    for entry in content["torch"].values():
        for name, (start, loss) in problems.items():
            params, losses, gradients = trace(start, loss, torch_step(entry))
            entry[name].update(params=params, loss_before_step=losses, grads=gradients)
    worst = 0.0
    for entry in content["keras"].values():
        for name, (start, loss) in problems.items():
            params, losses, _ = trace(start, loss, keras_step(entry))
            entry[name].update(params=params, loss_before_step=losses)
            generic, _, _ = trace(start, loss, keras_step(entry, generic=True))
            worst = max(worst, np.abs(params - generic).max())
    content["keras_generic_update_max_diff"] = worst
