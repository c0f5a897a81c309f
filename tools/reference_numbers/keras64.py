"""Keras in float64, on the torch backend. Import keras from here only."""

import os

os.environ["KERAS_BACKEND"] = "torch"

import keras  # noqa: E402  the backend has to be chosen first
from keras.src.backend.common import dtypes  # noqa: E402

# Keras demotes float64 to float32 wherever it resolves the type of a result (an error of 3e-7 in a product).
dtypes.BIT64_TO_BIT32_DTYPE["float64"] = "float64"
keras.config.set_floatx("float64")

__all__ = ["keras"]
