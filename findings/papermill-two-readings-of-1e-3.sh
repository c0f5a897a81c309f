#!/usr/bin/env bash
# Tool:    papermill 2.7.0 (PyPI), -p and -y (or -f) with the value 1e-3
# Guess:   a strength of 1e-3 is the number .001, however it is given.
# Does:    -p gives the number, -y and a parameter file give the text "1e-3" (1.0e-3 gives the number); 010 is 10
#          with -p and 8 with -y.
# Matters: a sweep that moves its settings from the command line to a file hands text to the notebook: lam * 2 is
#          then "1e-31e-3", lam > 0 an error.
# Source:  YAML 1.1 wants a point in a number with an exponent and reads a leading 0 as octal; papermill documents
#          -y and -f as YAML, and converts the values of -p by a function of its own.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py papermill==2.7.0 nbformat==5.10.4
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import subprocess
import sys

import nbformat

code, new = nbformat.v4.new_code_cell, nbformat.v4.new_notebook
kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
nbformat.write(new(cells=[code("lam = seed = None", metadata={"tags": ["parameters"]})], metadata={"kernelspec": kernel}), "in.ipynb")
yaml = "{lam: 1e-3, seed: 010}"
open("settings.yaml", "w").write("lam: 1.0e-3\nseed: 10\n")
for name, options in (("-p", ["-p", "lam", "1e-3", "-p", "seed", "010"]), ("-y", ["-y", yaml]), ("-f, 1.0e-3", ["-f", "settings.yaml"])):
    command = [sys.executable, "-m", "papermill", "in.ipynb", "out.ipynb", "--prepare-only", *options]
    subprocess.run(command, check=True, capture_output=True)
    print(name.ljust(11), nbformat.read("out.ipynb", 4).cells[1].source.splitlines()[1:])
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
-p          ['lam = 0.001', 'seed = 10']
-y          ['lam = "1e-3"', 'seed = 8']
-f, 1.0e-3  ['lam = 0.001', 'seed = 10']
EOF
