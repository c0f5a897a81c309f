#!/usr/bin/env bash
# Tool:    statsmodels 0.15.0 (PyPI), fit_regularized of Logit and of GLM
# Guess:   one library, one model (GLM with the binomial family is logistic regression), one penalty: alpha has one
#          scale.
# Does:    Logit adds alpha times the norm to the sum of the losses, GLM to their mean: alpha = 10 of the one is .1
#          of the other for 100 rows. With every row twice, GLM's answer stays, Logit's changes.
# Matters: a strength from a text that uses one class makes the other keep everything or nothing.
# Source:  the docstring of Logit minimizes the negative log-likelihood plus alpha, that of the elastic net divides
#          the likelihood by n first.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py statsmodels==0.15.0 numpy==2.2.6 scipy==1.15.3 pandas==2.3.3
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import numpy as np
import statsmodels.api as sm

rng = np.random.RandomState(0)
x = rng.randn(100, 3)
y = (x[:, 0] + 0.5 * rng.randn(100) > 0).astype(int)
for copies in (1, 2):
    rows, labels = np.tile(x, (copies, 1)), np.tile(y, copies)
    logit = sm.Logit(labels, rows).fit_regularized(alpha=10, disp=0).params
    glm = sm.GLM(labels, rows, family=sm.families.Binomial()).fit_regularized(alpha=0.1).params
    print(copies * 100, "rows: Logit alpha 10", np.round(logit, 2) + 0.0, " GLM alpha .1", np.round(glm, 2) + 0.0)
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
100 rows: Logit alpha 10 [1.45 0.   0.  ]  GLM alpha .1 [1.45 0.   0.  ]
200 rows: Logit alpha 10 [2.18 0.   0.06]  GLM alpha .1 [1.45 0.   0.  ]
EOF
