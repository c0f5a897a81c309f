"""What all reference files have in common: how numbers are written, and which of them are inputs."""

import importlib.metadata
import json
import math
import platform
import re

import numpy as np

STALE = object()
NOT_FINITE = {"NaN": math.nan, "Infinity": math.inf, "-Infinity": -math.inf}


def decode(node):
    """JSON to Python; numbers that JSON has not are written as text."""
    if isinstance(node, dict):
        return {key: decode(value) for key, value in node.items()}
    if isinstance(node, list):
        return [decode(value) for value in node]
    return NOT_FINITE.get(node, node) if isinstance(node, str) else node


def encode(content):
    """Python, NumPy and PyTorch to JSON, each number in the fewest digits that give it back."""
    return json.dumps(plain(content), separators=(",", ":"), allow_nan=False) + "\n"


def plain(node):
    if isinstance(node, dict):
        return {key: plain(value) for key, value in node.items()}
    if hasattr(node, "detach"):
        node = node.detach().numpy()
    if isinstance(node, (np.ndarray, np.generic)):
        node = node.tolist()
    if isinstance(node, (list, tuple)):
        return [plain(value) for value in node]
    if isinstance(node, float) and not math.isfinite(node):
        return "NaN" if math.isnan(node) else "Infinity" if node > 0 else "-Infinity"
    return node


def leaves(node, path=""):
    """(path, holder, key) of every value; any index of a list is written []."""
    items = node.items() if isinstance(node, dict) else enumerate(node)
    for key, value in items:
        name = f"{path}[]" if isinstance(node, list) else f"{path}.{key}" if path else key
        if isinstance(value, (dict, list)):
            yield from leaves(value, name)
        else:
            yield name, node, key


def blank(content, inputs):
    """Takes away every number that is not an input: below one of the paths `inputs`, in meta, or a text."""
    kept = re.compile("|".join(re.escape(path).replace(r"\*", ".+") + r"(?![^.\[])" for path in ["meta", *inputs]))
    for path, holder, key in list(leaves(content)):
        value = holder[key]
        is_text = isinstance(value, str)
        if not is_text and not kept.match(path):
            holder[key] = STALE


def require_complete(content, name):
    stale = sorted({path for path, holder, key in leaves(content) if holder[key] is STALE})
    if stale:
        raise SystemExit(f"{name}: not computed: {', '.join(stale)}")
    versions = content.get("meta", {}).get("versions", {})
    for package in versions:
        versions[package] = version(package)


def version(package):
    if package == "python":
        return platform.python_version()
    if package == "keras":
        return f"{importlib.metadata.version('keras')} (torch backend, floatx float64)"
    if package == "torch":
        return importlib.import_module("torch").__version__
    return importlib.metadata.version(package)


def differences(committed, computed, tolerance):
    """Where two contents differ by more than `tolerance`, relative to the number and to 1."""
    found = []

    def compare(a, b, path):
        if isinstance(a, dict) and isinstance(b, dict) and list(a) == list(b):
            for key in a:
                compare(a[key], b[key], f"{path}.{key}")
        elif isinstance(a, list) and isinstance(b, list) and len(a) == len(b):
            for index, (x, y) in enumerate(zip(a, b)):
                compare(x, y, f"{path}[{index}]")
        elif isinstance(a, float) and isinstance(b, (int, float)) and not isinstance(b, bool):
            same = (math.isnan(a) and math.isnan(b)) or a == b or abs(a - b) <= tolerance * (abs(a) + 1)
            if not same:
                found.append(f"{path}: {b} instead of {a}")
        elif a != b:
            found.append(f"{path}: {b} instead of {a}")

    compare(committed, decode(plain(computed)), "")
    return found
