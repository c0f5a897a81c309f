#!/usr/bin/env bash
# Tool:    papaparse 5.7.1 (npm)
# Guess:   with dynamicTyping the labels +1 and -1 of a binary data set both become numbers, as in pandas, d3-dsv
#          and csv-parse.
# Does:    -1 becomes a number, +1 remains the text "+1": one column holds two types.
# Matters: a comparison label === 1 is false for the whole positive class, and nothing warns; the loss of -1 and
#          "+1" is even a number, for JavaScript multiplies text.
# Source:  the documentation speaks of numeric data; the pattern that it tests has no place for a plus sign.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts papaparse@5.7.1
cat > see.mjs <<'JS'
import Papa from 'papaparse';
const { data } = Papa.parse('x,label\n0.5,+1\n0.25,-1\n1e-3,+1\n', { header: true, dynamicTyping: true, skipEmptyLines: true });
for (const row of data) console.log(JSON.stringify(row), 'label is 1:', row.label === 1);
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
{"x":0.5,"label":"+1"} label is 1: false
{"x":0.25,"label":-1} label is 1: false
{"x":0.001,"label":"+1"} label is 1: false
EOF
