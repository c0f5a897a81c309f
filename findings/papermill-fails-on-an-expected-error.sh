#!/usr/bin/env bash
# Tool:    papermill 2.7.0 with nbclient 0.10.2 (PyPI), a cell tagged raises-exception
# Guess:   the cell may fail, and the run passes, as with nbclient, on which papermill is built (and nbconvert,
#          nbmake, nbval).
# Does:    papermill runs all cells to the end, and then fails with PapermillExecutionError for the tagged cell.
# Matters: a notebook that shows an error on purpose passes one check of a course and fails the other, after all of
#          its work is done.
# Source:  nbclient documents the tag; papermill looks for outputs of type error afterwards, whatever the tags.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py papermill==2.7.0 nbclient==0.10.2 ipykernel==6.30.1
export PYTHONPATH="$dir/py"
export JUPYTER_PATH="$dir/py/share/jupyter" IPYTHONDIR="$dir"
cat > see.py <<'PY'
import nbclient
import nbformat
import papermill
from nbformat.v4 import new_code_cell, new_notebook

kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
cells = [new_code_cell("1 / 0", metadata={"tags": ["raises-exception"]}), new_code_cell("print('reached')")]
nbformat.write(new_notebook(cells=cells, metadata={"kernelspec": kernel}), "in.ipynb")


def last(notebook):
    return "last cell: " + notebook.cells[-1].outputs[0].text.strip()


print("nbclient: passes,", last(nbclient.execute(nbformat.read("in.ipynb", 4))))
try:
    papermill.execute_notebook("in.ipynb", "out.ipynb", progress_bar=False)
    print("papermill: passes")
except papermill.PapermillExecutionError as error:
    print("papermill:", type(error).__name__, error.ename + ",", last(nbformat.read("out.ipynb", 4)))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
nbclient: passes, last cell: reached
papermill: PapermillExecutionError ZeroDivisionError, last cell: reached
EOF
