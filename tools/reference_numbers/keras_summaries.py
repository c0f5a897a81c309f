"""Output shapes and parameter counts that Keras gives for the described models."""

import math

from .keras64 import keras

INPUTS = ["models[].input_shape", "models[].layers[].config"]

WITHOUT_BIAS = {("bn_cnn_8x8", 4)}  # model and layer; the file does not say it, its parameter counts do


def draw(content, rng):
    """Other sizes of the dense layers."""
    for model in content["models"]:
        for layer in model["layers"]:
            if "units" in layer["config"]:
                layer["config"]["units"] = int(rng.integers(2, 300))


def recompute(content):
    for description in content["models"]:
        layers = []
        for index, layer in enumerate(description["layers"]):
            bias = {"use_bias": False} if (description["name"], index) in WITHOUT_BIAS else {}
            layers.append(getattr(keras.layers, layer["layer"])(**layer["config"], **bias))
        model = keras.Sequential([keras.Input(tuple(description["input_shape"])), *layers])
        for layer, built in zip(description["layers"], layers):
            layer.update(output_shape=list(built.output.shape), params=built.count_params())
        trainable = sum(math.prod(weight.shape) for weight in model.trainable_weights)
        description.update(total_params=model.count_params(), trainable_params=trainable)
