#!/usr/bin/env bash
# Tool:    mathjs 15.2.0 (npm), kldivergence
# Guess:   0 log 0 counts as 0, as in scipy.stats.entropy: the divergence of a one-hot label from (.5, .5) is ln 2.
# Does:    it is NaN as soon as the first distribution has a zero, and also when both have the zero at the same
#          place.
# Matters: the divergence of a label from a prediction is the cross-entropy loss; for hard labels it is NaN, for
#          smoothed ones right.
# Source:  the docstring has no case with a zero; 0 times log(0) is NaN in floating point.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts mathjs@15.2.0
cat > see.mjs <<'JS'
import { create, all } from 'mathjs';
const math = create(all);
console.log('smoothed label', math.kldivergence([0.95, 0.05], [0.5, 0.5]).toFixed(4));
console.log('one-hot label ', math.kldivergence([1, 0], [0.5, 0.5]), 'expected', Math.LN2.toFixed(4));
console.log('zero in both  ', math.kldivergence([0.5, 0.5, 0], [0.9, 0.1, 0]), 'without the zeros', math.kldivergence([0.5, 0.5], [0.9, 0.1]).toFixed(4));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
smoothed label 0.4946
one-hot label  NaN expected 0.6931
zero in both   NaN without the zeros 0.5108
EOF
