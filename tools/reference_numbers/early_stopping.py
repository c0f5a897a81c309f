"""Keras's EarlyStopping in real fit runs whose metric is scripted, and whose only weight is the number of the epoch."""

import numpy as np

from .keras64 import keras

INPUTS = ["cases[].sequence", "cases[].config", "cases[].max_epochs"]


def draw(content, rng):
    """Moves each sequence up or down: what it looks like has a name, and thresholds lie between its values."""
    for case in content["cases"]:
        shift = rng.integers(-20, 21) / 1000
        case["sequence"] = [round(value + shift, 4) for value in case["sequence"]]


class Epoch(keras.layers.Layer):
    def build(self, shape):
        self.number = self.add_weight(shape=(), initializer="zeros", name="number")

    def call(self, x):
        return x + 0 * self.number


class Script(keras.callbacks.Callback):
    """Runs before EarlyStopping: says the metric of the epoch and writes its number into the weight."""

    def __init__(self, monitor, sequence, layer):
        super().__init__()
        self.monitor_name, self.sequence, self.layer = monitor, sequence, layer
        self.epochs = 0

    def on_epoch_end(self, epoch, logs=None):
        self.epochs = epoch + 1
        self.layer.number.assign(float(epoch + 1))
        logs[self.monitor_name] = self.sequence[epoch]


def recompute(content):
    for case in content["cases"]:
        layer = Epoch()
        model = keras.Sequential([keras.Input((1,)), layer])
        metrics = ["accuracy"] if "accuracy" in case["config"]["monitor"] else []
        model.compile(optimizer=keras.optimizers.SGD(0.0), loss="mse", metrics=metrics)
        script = Script(case["config"]["monitor"], case["sequence"], layer)
        stopping = keras.callbacks.EarlyStopping(**case["config"], verbose=0)
        x = np.zeros((2, 1))
        model.fit(x, x, epochs=case["max_epochs"], callbacks=[script, stopping], verbose=0)
        case["keras"].update(
            epochs_run=script.epochs,
            stopped_early=script.epochs < case["max_epochs"] or stopping.stopped_epoch > 0,
            keras_stopped_epoch_0based=stopping.stopped_epoch,
            keras_best_epoch_0based=stopping.best_epoch,
            best_epoch_1based=stopping.best_epoch + 1,
            best_value=None if stopping.best is None else float(stopping.best),
            final_wait=stopping.wait,
            weights_of_epoch_1based=int(layer.number.numpy()),
        )
