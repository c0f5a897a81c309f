#!/usr/bin/env bash
# Tool:    safetensors 0.8.0 (PyPI), safetensors.numpy.save
# Guess:   a transposed array is saved as what it shows, as numpy.save does and safetensors 0.7.0 did, or refused,
#          as safetensors.torch does.
# Does:    the bytes are written as they lie in memory under the transposed shape: loading gives other values, with
#          no message.
# Matters: kernels are transposed on the way between frameworks ((out, in) and (in, out)); the loaded model has the
#          right shapes and wrong answers.
# Source:  docstring: "Tensors need to be contiguous and dense"; issue 825 of safetensors/safetensors.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py safetensors==0.8.0 numpy==2.2.6
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import numpy as np
from safetensors.numpy import load, save

kernel = np.arange(6.0).reshape(2, 3)
for name, array in (("kernel", kernel), ("kernel.T", kernel.T), ("ascontiguousarray(kernel.T)", np.ascontiguousarray(kernel.T))):
    loaded = load(save({"w": array}))["w"]
    print(name, array.tolist(), "loaded", loaded.tolist(), "equal", np.array_equal(array, loaded))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
kernel [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]] loaded [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]] equal True
kernel.T [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]] loaded [[0.0, 1.0], [2.0, 3.0], [4.0, 5.0]] equal False
ascontiguousarray(kernel.T) [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]] loaded [[0.0, 3.0], [1.0, 4.0], [2.0, 5.0]] equal True
EOF
