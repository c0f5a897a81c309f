#!/usr/bin/env bash
# Tool:    optax 0.2.8 with jax 0.10.2 (PyPI), optax.lamb
# Guess:   weight_decay sets how fast a weight without data gradient shrinks: .1 ten times faster than .01.
# Does:    any decay above 0 shrinks it by the same factor, 1 - learning rate: the step is scaled to the norm of the
#          weights after the decay was added, so its size cancels.
# Matters: a strength chosen by a grid from .0001 to .1 does nothing for layers with small gradients (a dead ReLU,
#          an unused input) but to destroy them.
# Source:  it follows from the trust ratio of the paper; the documentation of weight_decay says "strength of the
#          weight decay regularization".
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py optax==0.2.8 jax==0.10.2 numpy==2.2.6
export PYTHONPATH="$dir/py"
export JAX_PLATFORMS=cpu
cat > see.py <<'PY'
import jax.numpy as jnp
import optax

for decay in (0.0, 1e-4, 1e-2, 1e-1):
    line = []
    for name in ("lamb", "adamw"):
        optimizer = getattr(optax, name)(0.1, weight_decay=decay)
        w = jnp.array([3.0, 4.0])
        state = optimizer.init(w)
        for _ in range(5):
            updates, state = optimizer.update(jnp.zeros(2), state, w)
            w = optax.apply_updates(w, updates)
        line.append(f"{name} {float(w[0]) / 3:.4f}")
    print(f"decay {decay:<7} left of a weight after 5 steps of rate .1 with gradient 0:", *line)
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
decay 0.0     left of a weight after 5 steps of rate .1 with gradient 0: lamb 1.0000 adamw 1.0000
decay 0.0001  left of a weight after 5 steps of rate .1 with gradient 0: lamb 0.5905 adamw 0.9999
decay 0.01    left of a weight after 5 steps of rate .1 with gradient 0: lamb 0.5905 adamw 0.9950
decay 0.1     left of a weight after 5 steps of rate .1 with gradient 0: lamb 0.5905 adamw 0.9510
EOF
