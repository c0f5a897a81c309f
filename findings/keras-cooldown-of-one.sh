#!/usr/bin/env bash
# Tool:    keras 3.15.1 (PyPI), ReduceLROnPlateau(cooldown=)
# Guess:   cooldown=c waits c epochs after each reduction before it counts bad epochs again, as documented and as in
#          PyTorch.
# Does:    it waits c - 1: cooldown=1 is the same as 0, and with patience 2 and cooldown 2 the rate falls every 3
#          epochs, not every 4.
# Matters: a schedule written down as "patience 2, cooldown 1" is another one in Keras and in PyTorch; a learner who
#          turns the knob from 0 to 1 sees nothing.
# Source:  documentation: "cooldown: number of epochs to wait before resuming normal operation"; the counter falls
#          before it is asked.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py keras==3.15.1 jax==0.10.2 numpy==2.2.6
export PYTHONPATH="$dir/py"
export KERAS_BACKEND=jax JAX_PLATFORMS=cpu
cat > see.py <<'PY'
import keras

for cooldown in range(4):
    model = keras.Sequential([keras.Input((1,)), keras.layers.Dense(1)])
    model.compile(keras.optimizers.SGD(1.0), "mse")
    plateau = keras.callbacks.ReduceLROnPlateau(patience=2, cooldown=cooldown, factor=0.5)
    plateau.set_model(model)
    plateau.on_train_begin()
    lower, rate = [], 1.0
    for epoch in range(1, 20):
        plateau.on_epoch_end(epoch, {"val_loss": 1.0})
        if float(model.optimizer.learning_rate) < rate:
            rate = float(model.optimizer.learning_rate)
            lower.append(epoch)
    print("cooldown", cooldown, "rate lowered after epochs", *lower)
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
cooldown 0 rate lowered after epochs 3 5 7 9 11 13 15 17 19
cooldown 1 rate lowered after epochs 3 5 7 9 11 13 15 17 19
cooldown 2 rate lowered after epochs 3 6 9 12 15 18
cooldown 3 rate lowered after epochs 3 7 11 15 19
EOF
