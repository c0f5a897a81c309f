#!/usr/bin/env bash
# Tool:    keras 3.15.1 (PyPI), constraints.MaxNorm
# Guess:   a column whose norm is below the limit is left as it is: the constraint is a projection.
# Does:    it is multiplied by norm / (norm + 1e-7) at each step: every column loses some 1e-7 of its norm, whatever
#          the limit. A norm of .001 is gone after 10,000 steps.
# Matters: the constraint acts as a small decay on weights that it should not touch, and most on the small ones;
#          weights that should be equal to the last bit with a high limit are not.
# Source:  docstring: "to have a norm less than or equal to a desired value"; the factor is clip(norm, 0, limit) /
#          (epsilon + norm). TensorFlow.js has the same formula.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py keras==3.15.1 jax==0.10.2 numpy==2.2.6
export PYTHONPATH="$dir/py"
export KERAS_BACKEND=jax JAX_PLATFORMS=cpu
cat > see.py <<'PY'
import numpy as np
from keras import constraints, ops

limit = constraints.MaxNorm(2.0)
w = np.array([[1.0, 0.001]], dtype="float64")
for step in range(10001):
    if step in (0, 1, 5000, 10000):
        print("norms after", str(step).rjust(5), "steps:", *(f"{x:.6f}" for x in w[0]))
    w = ops.convert_to_numpy(limit(w))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
norms after     0 steps: 1.000000 0.001000
norms after     1 steps: 1.000000 0.001000
norms after  5000 steps: 0.999404 0.000500
norms after 10000 steps: 0.998808 0.000001
EOF
