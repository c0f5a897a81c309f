#!/usr/bin/env bash
# Tool:    jupytext 1.19.6 (PyPI), percent format of TypeScript and of Python
# Guess:   a cell marker inside a text of several lines is part of the text: jupytext keeps it so in a Python
#          string.
# Does:    in a TypeScript template literal the line // %% ends the cell: the round trip gives two cells, neither of
#          which compiles.
# Matters: a course in TypeScript that is kept as .ts files and shows such files in its cells loses them at the next
#          sync.
# Source:  the documentation of the percent format names the marker and no exception; the parser follows the quotes
#          of Python, not those of TypeScript.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py jupytext==1.19.6 nbformat==5.10.4
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import jupytext
from nbformat.v4 import new_code_cell, new_notebook


def trip(language, extension, source):
    kernel = {"name": "k", "display_name": "k", "language": language}
    notebook = new_notebook(cells=[new_code_cell(source)], metadata={"kernelspec": kernel})
    text = jupytext.writes(notebook, f"{extension}:percent")
    return [cell.source for cell in jupytext.reads(text, f"{extension}:percent").cells]


print("Python    ", trip("python", "py", 'text = """\n# %%\nx = 1\n"""'))
print("TypeScript", trip("typescript", "ts", "const text = `\n// %%\nx = 1\n`"))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
Python     ['text = """\n# %%\nx = 1\n"""']
TypeScript ['const text = `', 'x = 1\n`']
EOF
