"""Computes the numbers of test/reference with NumPy, SciPy, scikit-learn, PyTorch and Keras.

    python -m venv .venv-reference
    .venv-reference/bin/pip install -r tools/reference-requirements.txt
    .venv-reference/bin/python tools/reference.py --check        # do the committed files still come out?
    .venv-reference/bin/python tools/reference.py                # write them again
    .venv-reference/bin/python tools/reference.py --seed 7 --out other    # other inputs, same schema
    HOLDOUT_REFERENCE=other npm run --prefix tools test:reference               # and the library on those

Inputs are part of the files: without --seed they are read from there, with it new ones of the same shapes are drawn. All
other numbers are computed again: each is blanked first, and a number left blank is an error.
"""

import argparse
import importlib
import json
import pathlib
import sys
import zlib

import numpy as np

from reference_numbers import schema

ROOT = pathlib.Path(__file__).resolve().parent.parent
COMMITTED = ROOT / "test" / "reference"
NAMES = sorted(path.stem for path in COMMITTED.glob("*.json"))
TOLERANCE = {"prox_lasso": 1e-8}  # iterative solvers; the others must agree to 1e-12


def compute(name, seed):
    """The content of one file."""
    module = importlib.import_module(f"reference_numbers.{name}")
    content = schema.decode(json.loads((COMMITTED / f"{name}.json").read_text()))
    if seed is not None:
        module.draw(content, np.random.default_rng([seed, zlib.crc32(name.encode())]))
        if "seed" in content.get("meta", {}):
            content["meta"]["seed"] = seed
    schema.blank(content, module.INPUTS)
    module.recompute(content)
    schema.require_complete(content, name)
    return content


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("names", nargs="*", metavar="name", help=f"which files (default all): {' '.join(NAMES)}")
    parser.add_argument("--seed", type=int, help="draw new inputs")
    parser.add_argument("--out", type=pathlib.Path, help="where to write (default test/reference; needed with --seed)")
    parser.add_argument("--check", action="store_true", help="write nothing, compare with the committed files")
    options = parser.parse_args()
    unknown = set(options.names) - set(NAMES)
    if unknown:
        parser.error(f"there is no {', '.join(sorted(unknown))}")
    if options.seed is not None and not options.out:
        parser.error("--seed gives other numbers than the committed ones: say where to write them with --out")

    failed = False
    for name in options.names or NAMES:
        content = compute(name, options.seed)
        if options.check:
            committed = schema.decode(json.loads((COMMITTED / f"{name}.json").read_text()))
            wrong = schema.differences(committed, content, TOLERANCE.get(name, 1e-12))
            failed = failed or bool(wrong)
            print(f"{name}: {'as committed' if not wrong else ''}", *wrong[:20], sep="\n  " if wrong else "")
        else:
            out = options.out or COMMITTED
            out.mkdir(parents=True, exist_ok=True)
            (out / f"{name}.json").write_text(schema.encode(content))
            print(f"{name}: written to {out}")
    sys.exit(1 if failed else 0)


if __name__ == "__main__":
    main()
