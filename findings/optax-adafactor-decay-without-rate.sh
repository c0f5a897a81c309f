#!/usr/bin/env bash
# Tool:    optax 0.2.8 with jax 0.10.2 (PyPI), optax.adafactor(weight_decay_rate=)
# Guess:   the decay is multiplied by the learning rate, as in optax.adamw, lion and the others of the library.
# Does:    it is not: with rate .001 and decay .01 a weight loses 1 % a step, a thousand times what adamw takes; a
#          schedule of the rate leaves it alone.
# Matters: a recipe moved from adamw to adafactor with the same two numbers wipes the weights out, which looks like
#          a bad learning rate.
# Source:  documentation: "weight_decay_rate: optional rate at which to decay weights"; the decay is chained after
#          the scaling by the rate.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py optax==0.2.8 jax==0.10.2 numpy==2.2.6
export PYTHONPATH="$dir/py"
export JAX_PLATFORMS=cpu
cat > see.py <<'PY'
import jax.numpy as jnp
import optax

for rate in (0.1, 0.001):
    for name, optimizer in (
        ("adamw", optax.adamw(rate, weight_decay=0.01)),
        ("adafactor", optax.adafactor(rate, weight_decay_rate=0.01)),
    ):
        w = jnp.array([3.0, 4.0])
        state = optimizer.init(w)
        for _ in range(10):
            updates, state = optimizer.update(jnp.zeros(2), state, w)
            w = optax.apply_updates(w, updates)
        print(f"rate {rate:<6} decay .01, 10 steps with gradient 0: {name:<9} leaves {float(w[0]) / 3:.4f}")
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
rate 0.1    decay .01, 10 steps with gradient 0: adamw     leaves 0.9900
rate 0.1    decay .01, 10 steps with gradient 0: adafactor leaves 0.9044
rate 0.001  decay .01, 10 steps with gradient 0: adamw     leaves 0.9999
rate 0.001  decay .01, 10 steps with gradient 0: adafactor leaves 0.9044
EOF
