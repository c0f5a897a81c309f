#!/usr/bin/env bash
# Tool:    keras 3.15.1 (PyPI), model.save to a .keras file and load_model
# Guess:   the file holds all state of training, so that training goes on as it would have: weights, the optimizer's
#          moments, the state of the dropout's generator.
# Does:    the generator's state is not in the file although it is one of model.variables; a loaded model draws the
#          masks of the first steps again.
# Matters: a run that was interrupted and resumed is not the run without interruption, though every seed is set;
#          each resumption sees the same few masks.
# Source:  the guide to saving lists configuration, weights and the state of the optimizer; the generator is among
#          model.variables, but not in model.weights.h5.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py keras==3.15.1 jax==0.10.2 numpy==2.2.6
export PYTHONPATH="$dir/py"
export KERAS_BACKEND=jax JAX_PLATFORMS=cpu
cat > see.py <<'PY'
import keras
import numpy as np

model = keras.Sequential([keras.Input((12,)), keras.layers.Dropout(0.5, seed=1)])
x = np.ones((1, 12), "float32")


def masks(model, count):
    return ["".join("x." [int(v == 0)] for v in np.ravel(model(x, training=True))) for _ in range(count)]


print("masks 1 to 3          ", *masks(model, 3))
print("state in the model    ", [v.path.split("/")[-1] for v in model.variables])
model.save("m.keras")
print("masks 4 and 5         ", *masks(model, 2))
print("masks after load_model", *masks(keras.models.load_model("m.keras"), 2))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
masks 1 to 3           x..x.x.....x ....x..x.x.x .xxxx..xx..x
state in the model     ['seed_generator_state']
masks 4 and 5          .x..xx...xxx ..x...x.x...
masks after load_model x..x.x.....x ....x..x.x.x
EOF
