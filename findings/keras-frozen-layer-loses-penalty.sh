#!/usr/bin/env bash
# Tool:    keras 3.15.1 (PyPI), kernel_regularizer of a layer with trainable = False
# Guess:   the penalty is a function of the weights, so it stays in the loss when a layer is frozen; only its
#          gradient is not used.
# Does:    model.losses leaves out weights that are not trainable: loss and val_loss drop by the penalty of the
#          layer at the moment it is frozen.
# Matters: in fine-tuning, losses before and after the freeze do not compare, and early stopping takes the drop for
#          the best epoch of all.
# Source:  documentation of losses and trainable does not say it; in layers/layer.py the sum runs over
#          trainable_weights.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py keras==3.15.1 jax==0.10.2 numpy==2.2.6
export PYTHONPATH="$dir/py"
export KERAS_BACKEND=jax JAX_PLATFORMS=cpu
cat > see.py <<'PY'
import keras
import numpy as np

dense = keras.layers.Dense(1, use_bias=False, kernel_initializer="ones", kernel_regularizer=keras.regularizers.L2(0.5))
model = keras.Sequential([keras.Input((4,)), dense])
model.compile("sgd", "mse")
x = np.zeros((1, 4))
for dense.trainable in (True, False, True):
    model.compile("sgd", "mse")
    print("trainable", dense.trainable, "penalties", len(model.losses), "loss on zeros", model.evaluate(x, x[:, :1], verbose=0))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
trainable True penalties 1 loss on zeros 2.0
trainable False penalties 0 loss on zeros 0.0
trainable True penalties 1 loss on zeros 2.0
EOF
