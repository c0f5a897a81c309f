#!/usr/bin/env bash
# Tool:    ml-logistic-regression 2.0.0 with ml-matrix 6.15.1 (npm)
# Guess:   logistic regression has an intercept, as in scikit-learn and statsmodels' formulas: classes cut at x =
#          2.5 are told apart.
# Does:    there is none and no option for one: every boundary goes through the origin. Rows with x > 0 all get one
#          class; a column of ones adds it.
# Matters: a learner who compares with scikit-learn finds 50 % against 100 % and looks for the fault in the strength
#          or the learning rate.
# Source:  the README shows data and two options (numSteps, learningRate), and does not mention the intercept.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts ml-logistic-regression@2.0.0 ml-matrix@6.15.1
cat > see.mjs <<'JS'
import LogisticRegression from 'ml-logistic-regression';
import { Matrix } from 'ml-matrix';
const Model = LogisticRegression.default ?? LogisticRegression;
const x = [0.5, 1, 1.5, 2, 3, 3.5, 4, 4.5];
const y = Matrix.columnVector([0, 0, 0, 0, 1, 1, 1, 1]);
for (const [name, rows] of [['x alone     ', x.map((v) => [v])], ['with a column of ones', x.map((v) => [v, 1])]]) {
  const model = new Model({ numSteps: 20000, learningRate: 0.05 });
  model.train(new Matrix(rows), y);
  console.log(name, model.predict(new Matrix(rows)).join(' '));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
x alone      1 1 1 1 1 1 1 1
with a column of ones 0 0 0 0 1 1 1 1
EOF
