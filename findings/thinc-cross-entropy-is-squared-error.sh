#!/usr/bin/env bash
# Tool:    thinc 9.1.1 (PyPI), CategoricalCrossentropy
# Guess:   the loss it returns is the cross-entropy: .2231 for a probability of .8 at the right class.
# Does:    it is the sum of the squared gradient (p - y)^2, .08; the gradient is that of the cross-entropy. The loss
#          stays finite at probability 0.
# Matters: a curve of losses compared with another library, or with the learner's own formula, is that of another
#          function.
# Source:  the class has no docstring; get_loss in thinc/loss.py squares the gradient and adds up.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py thinc==9.1.1 numpy==2.2.6
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import math

import numpy as np
from thinc.api import CategoricalCrossentropy

loss = CategoricalCrossentropy(normalize=False)
for p in (0.8, 0.5, 0.01):
    guess = np.array([[p, 1 - p]], dtype="f")
    gradient, value = loss(guess, np.array([0]))
    print(f"p {p}: loss {float(value):.4f}, -log p {-math.log(p):.4f}, sum of (p - y)^2 {2 * (1 - p) ** 2:.4f}, gradient", *(f"{g:.2f}" for g in gradient[0]))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
p 0.8: loss 0.0800, -log p 0.2231, sum of (p - y)^2 0.0800, gradient -0.20 0.20
p 0.5: loss 0.5000, -log p 0.6931, sum of (p - y)^2 0.5000, gradient -0.50 0.50
p 0.01: loss 1.9602, -log p 4.6052, sum of (p - y)^2 1.9602, gradient -0.99 0.99
EOF
