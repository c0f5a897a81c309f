#!/usr/bin/env bash
# Tool:    nbval 0.11.0 with nbclient 0.10.2 (PyPI), a cell tagged skip-execution
# Guess:   the tag that nbclient, nbconvert, papermill and nbmake honour is honoured: the cell is not run.
# Does:    nbval runs it, and the notebook fails; its own tag is nbval-skip.
# Matters: a notebook with a cell for the reader's machine only (a long run, an upload) passes in one check of a
#          course and fails in the other, or does the long run.
# Source:  nbval documents its own tags and comments; skip-execution is documented by nbclient.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py nbval==0.11.0 nbclient==0.10.2 pytest==8.4.2 ipykernel==6.30.1
export PYTHONPATH="$dir/py"
export PYTEST_DISABLE_PLUGIN_AUTOLOAD=1 JUPYTER_PATH="$dir/py/share/jupyter" IPYTHONDIR="$dir"
cat > see.py <<'PY'
import subprocess
import sys

import nbclient
import nbformat

code = nbformat.v4.new_code_cell
kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
for tag in ("skip-execution", "nbval-skip"):
    cells = [code("raise SystemError('only for the reader')", metadata={"tags": [tag]}), code("1 + 1")]
    notebook = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
    nbformat.write(notebook, "n.ipynb")
    command = [sys.executable, "-m", "pytest", "-p", "nbval.plugin", "--nbval-lax", "-p", "no:cacheprovider", "-q", "n.ipynb"]
    lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    try:
        nbclient.execute(notebook)
        other = "passes"
    except nbclient.exceptions.CellExecutionError:
        other = "fails"
    print(tag.ljust(15), "nbval:", lines[-1].split(" in ")[0].strip("= "), "| nbclient:", other)
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
skip-execution  nbval: 1 failed, 1 passed | nbclient: passes
nbval-skip      nbval: 1 passed, 1 skipped | nbclient: fails
EOF
