"""Writes src/data/digit-pixels.ts from the handwritten digits that ship with scikit-learn (see data/README.md).

    python -m venv .venv-reference
    .venv-reference/bin/pip install -r tools/reference-requirements.txt
    .venv-reference/bin/python tools/digits.py            # write it again
    .venv-reference/bin/python tools/digits.py --check    # does the committed file still come out?
"""

import pathlib
import sys

from sklearn.datasets import load_digits

TARGET = pathlib.Path(__file__).resolve().parent.parent / "src" / "data" / "digit-pixels.ts"
BASE_17 = "0123456789abcdefg"  # the strength of a pixel is 0 … 16
HEAD = """// Made by tools/digits.py. Do not edit.
//
// "Optical Recognition of Handwritten Digits" (test set) by E. Alpaydin and C. Kaynak, 1998, UCI Machine Learning Repository,
// https://doi.org/10.24432/C50P49, licensed under CC BY 4.0. Changed in form only; see data/README.md.

/** A line for each image: its class, then 8 × 8 pixels row by row, each a digit of base 17: from 0 (paper) to g, 16 (ink). */
export const digitPixels: string = `
"""


def text():
    digits = load_digits()
    lines = (
        str(label) + "".join(BASE_17[int(strength)] for strength in pixels)
        for label, pixels in zip(digits.target, digits.data, strict=True)
    )
    return HEAD + "\n".join(lines) + "\n`;\n"


if __name__ == "__main__":
    if "--check" in sys.argv:
        sys.exit(None if TARGET.read_text() == text() else f"{TARGET}: differs from what scikit-learn gives; run tools/digits.py")
    TARGET.write_text(text(), newline="\n")
