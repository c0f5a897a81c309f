"""BatchNorm, Conv2D, pooling and a small network: PyTorch autograd in channels-last order, BatchNorm also from Keras."""

import numpy as np
import torch
from torch.nn import functional as F

from .keras64 import keras

INPUTS = [
    *(f"{norm}.{name}" for norm in ("batch_norm_dense", "batch_norm_nhwc") for name in ("x_train_batches", "x_eval")),
    *(f"{norm}.{name}" for norm in ("batch_norm_dense", "batch_norm_nhwc") for name in ("gamma", "beta", "upstream")),
    *(f"{norm}.{library}.settings" for norm in ("batch_norm_dense", "batch_norm_nhwc") for library in ("torch", "keras")),
    *(f"conv2d[].{name}" for name in ("padding", "stride", "x", "kernel_hwio", "bias", "upstream")),
    *(f"pool2d[].{name}" for name in ("layer", "x", "upstream", "pool_size", "stride", "padding")),
    "max_pool_ties.x",
    *(f"{layer}.{name}" for layer in ("global_average_pool", "flatten") for name in ("x", "upstream")),
    *(f"small_cnn.{name}" for name in ("x", "labels", "params", "penalties")),
]


def draw(content, rng):
    def normal(holder, *names, scale=1.0):
        for name in names:
            holder[name] = rng.normal(0, scale, np.shape(holder[name])).tolist()

    for name in ("batch_norm_dense", "batch_norm_nhwc"):
        norm = content[name]
        normal(norm, "x_train_batches", "upstream", "x_eval")
        norm["gamma"] = rng.uniform(0.5, 1.5, len(norm["gamma"])).tolist()
        normal(norm, "beta")
    for case in content["conv2d"]:
        normal(case, "x", "upstream")
        normal(case, "kernel_hwio", scale=0.5)
        normal(case, "bias", scale=0.2)
    for case in [*content["pool2d"], content["global_average_pool"], content["flatten"]]:
        normal(case, "x", "upstream")
    cnn = content["small_cnn"]
    normal(cnn, "x")
    normal(cnn["params"], "k", "d", scale=0.5)
    normal(cnn["params"], "kb", "db", scale=0.2)
    cnn["labels"] = rng.integers(0, 3, len(cnn["labels"])).tolist()


def tensor(values):
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


def constant(values):
    return torch.tensor(values, dtype=torch.float64)


def channels_first(x):
    return x.movedim(-1, 1)


def channels_last(x):
    return x.movedim(1, -1)


def recompute(content):
    for name in ("batch_norm_dense", "batch_norm_nhwc"):
        batch_norm(content[name])
    for case in content["conv2d"]:
        conv2d(case)
    for case in content["pool2d"]:
        pool2d(case)
    ties = content["max_pool_ties"]
    x = tensor(ties["x"])
    out = channels_last(F.max_pool2d(channels_first(x), 2))
    out.sum().backward()
    ties.update(out=out, dx=x.grad)
    layer(content["global_average_pool"], lambda x: x.mean((1, 2)))
    layer(content["flatten"], lambda x: x.flatten(1))
    small_cnn(content["small_cnn"])


def layer(c, forward):
    x = tensor(c["x"])
    out = forward(x)
    out.backward(constant(c["upstream"]))
    c.update(out=out, dx=x.grad)


def batch_norm(c):
    settings = c["torch"]["settings"]
    channels = len(c["gamma"])
    mean, variance = torch.zeros(channels, dtype=torch.float64), torch.ones(channels, dtype=torch.float64)

    def torch_pass(values, training):
        x, gamma, beta = tensor(values), tensor(c["gamma"]), tensor(c["beta"])
        normed = F.batch_norm(channels_first(x), mean, variance, gamma, beta, training, settings["momentum"], settings["eps"])
        out = channels_last(normed)
        out.backward(constant(c["upstream"]))
        return {"out": out, "dx": x.grad, "dgamma": gamma.grad, "dbeta": beta.grad}

    for step, values in zip(c["torch"]["train_steps"], c["x_train_batches"]):
        step.update(torch_pass(values, True), running_mean=mean.clone(), running_var=variance.clone())
    c["torch"]["eval"].update(torch_pass(c["x_eval"], False))

    settings = c["keras"]["settings"]
    norm = keras.layers.BatchNormalization(momentum=settings["momentum"], epsilon=settings["epsilon"])
    norm.build(np.shape(c["x_eval"]))
    norm.gamma.assign(c["gamma"])
    norm.beta.assign(c["beta"])

    def keras_pass(values, training):
        x = tensor(values)
        norm.zero_grad()
        out = norm(x, training=training)
        out.backward(constant(c["upstream"]))
        return {"out": out, "dx": x.grad, "dgamma": norm.gamma.value.grad.clone(), "dbeta": norm.beta.value.grad.clone()}

    for step, values in zip(c["keras"]["train_steps"], c["x_train_batches"]):
        step.update(keras_pass(values, True))
        step.update(moving_mean=norm.moving_mean.numpy().copy(), moving_variance=norm.moving_variance.numpy().copy())
    c["keras"]["eval"].update(keras_pass(c["x_eval"], False))


def padding(shape, kernel, stride, kind):
    """Rows and columns to add at the top, bottom, left and right; SAME as TensorFlow: the odd one at the end."""
    if kind == "valid":
        return [0, 0, 0, 0]
    pads = []
    for n, k in zip(shape, kernel):
        total = max((-(-n // stride) - 1) * stride + k - n, 0)
        pads += [total // 2, total - total // 2]
    return pads


def pad(x, pads, value=0.0):
    top, bottom, left, right = pads
    return F.pad(x, (left, right, top, bottom), value=value)


def conv2d(c):
    x, kernel, bias = tensor(c["x"]), tensor(c["kernel_hwio"]), tensor(c["bias"])
    pads = padding(x.shape[1:3], kernel.shape[:2], c["stride"], c["padding"])
    out = channels_last(F.conv2d(pad(channels_first(x), pads), kernel.permute(3, 2, 0, 1), bias, c["stride"]))
    out.backward(constant(c["upstream"]))
    c.update(pad_tblr=pads, out=out, dx=x.grad, dkernel=kernel.grad, dbias=bias.grad)


def pool2d(c):
    size, stride = c["pool_size"], c["stride"]

    def forward(x):
        pads = padding(x.shape[1:3], (size, size), stride, c["padding"])
        if "pad_tblr" in c:
            c["pad_tblr"] = pads
        x = channels_first(x)
        if c["layer"] == "max_pool":
            return channels_last(F.max_pool2d(pad(x, pads, -torch.inf), size, stride))
        sums = F.avg_pool2d(pad(x, pads), size, stride)
        cells = F.avg_pool2d(pad(torch.ones_like(x), pads), size, stride)  # padded cells do not count
        return channels_last(sums / cells)

    layer(c, forward)


def small_cnn(c):
    x = tensor(c["x"])
    params = {name: tensor(values) for name, values in c["params"].items()}
    maps = F.relu(F.conv2d(channels_first(x), params["k"].permute(3, 2, 0, 1), params["kb"]))
    logits = channels_last(F.max_pool2d(maps, 2)).flatten(1) @ params["d"] + params["db"]
    loss = F.cross_entropy(logits, torch.tensor(c["labels"]))
    strength = c["penalties"]
    total = loss + strength["conv_l2"] * (params["k"] ** 2).sum() + strength["dense_l1"] * params["d"].abs().sum()
    total.backward()
    c.update(logits=logits, data_loss=loss, total_loss=total, dx=x.grad)
    c["grads"].update({name: value.grad for name, value in params.items()})
