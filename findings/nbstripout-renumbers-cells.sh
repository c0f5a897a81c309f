#!/usr/bin/env bash
# Tool:    nbstripout 0.9.1 (PyPI)
# Guess:   stripping takes outputs and counts away and leaves the identity of cells alone.
# Does:    the ids of all cells become 0, 1, 2 …; only --keep-id on the command line keeps them.
# Matters: with the filter in git a cell inserted at the top changes the id of every cell below it, and links,
#          comments and merges by id point to other cells.
# Source:  the README lists --keep-id; the format (JEP 62) wants ids that stay when cells move.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py nbstripout==0.9.1 nbformat==5.10.4
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import subprocess
import sys

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

for options in ([], ["--keep-id"]):
    nbformat.write(new_notebook(cells=[new_code_cell("1", id="load-data"), new_code_cell("2", id="train")]), "n.ipynb")
    subprocess.run([sys.executable, "-m", "nbstripout", *options, "n.ipynb"], check=True)
    print("nbstripout", *options, [cell.id for cell in nbformat.read("n.ipynb", 4).cells])
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
nbstripout ['0', '1']
nbstripout --keep-id ['load-data', 'train']
EOF
