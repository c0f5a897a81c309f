#!/usr/bin/env bash
# Tool:    numpy-parser 1.2.3 (npm) and numpy 2.2.6: labels stored as text
# Guess:   a type that the README does not list (it lists floats and integers) is an error; other types of the kind
#          are one.
# Does:    the letter of the type is made lower case, so U2 and U4 (text of two or four characters) are taken for u2
#          and u4 (integers): class names come back as numbers.
# Matters: np.save of class names is common; the page that reads them gets two to four numbers a name, more values
#          than the shape says, and no message.
# Source:  README: "supporting all TypedArray subclasses", with a list; in NumPy U is text and u an unsigned
#          integer.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts numpy-parser@1.2.3
python3 -m pip install -q --no-compile --disable-pip-version-check --target py numpy==2.2.6
export PYTHONPATH="$dir/py"
python3 -c "import numpy as np
np.save('sides', np.array(['left', 'up'])); np.save('names', np.array(['ab', 'c'])); np.save('floats', np.array([1.5, 2.5]))"
cat > see.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { fromArrayBuffer } from 'numpy-parser';
for (const name of ['sides', 'names', 'floats']) {
  const { data, shape } = fromArrayBuffer(new Uint8Array(readFileSync(`${name}.npy`)).buffer);
  console.log(name, 'shape', shape, data.constructor.name, [...data].join(' '));
}
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
sides shape [ 2, 1 ] Uint32Array 108 101 102 116 117 112 0 0
names shape [ 2, 1 ] Uint16Array 97 0 98 0 99 0 0 0
floats shape [ 2, 1 ] Float64Array 1.5 2.5
EOF
