#!/usr/bin/env bash
# Tool:    scikit-learn 1.7.2 (PyPI), train_test_split
# Guess:   .07 of 100 rows are 7 rows, and 1 - .7 of 10 are 3.
# Does:    they are 8 and 4: the size is ceil(test_size * n) in floating point, so an error in the last bit is a
#          row. .14 of 100 are 15, .15 of 100 are 15.
# Matters: a split by hand, by another library or by a grader has one row less; with the same seed all rows then lie
#          elsewhere.
# Source:  documentation: "the proportion of the dataset to include in the test split"; rounding up is not mentioned
#          there.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py scikit-learn==1.7.2 numpy==2.2.6 scipy==1.15.3
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
from sklearn.model_selection import train_test_split

for size, rows in ((0.07, 100), (0.14, 100), (0.15, 100), (1 - 0.7, 10), (0.3, 10)):
    train, test = train_test_split(range(rows), test_size=size, random_state=0)
    print(f"test_size {size} of {rows} rows: {len(test)} in the test part, {len(train)} to train; {size} * {rows} = {size * rows}")
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
test_size 0.07 of 100 rows: 8 in the test part, 92 to train; 0.07 * 100 = 7.000000000000001
test_size 0.14 of 100 rows: 15 in the test part, 85 to train; 0.14 * 100 = 14.000000000000002
test_size 0.15 of 100 rows: 15 in the test part, 85 to train; 0.15 * 100 = 15.0
test_size 0.30000000000000004 of 10 rows: 4 in the test part, 6 to train; 0.30000000000000004 * 10 = 3.0000000000000004
test_size 0.3 of 10 rows: 3 in the test part, 7 to train; 0.3 * 10 = 3.0
EOF
