#!/usr/bin/env bash
# Tool:    nbconvert 7.17.2 (PyPI), templates lab (the default) and classic
# Guess:   the alternative text of a picture in an output, metadata["image/png"].alt, is in the page, whichever
#          template draws it.
# Does:    classic writes it, lab does not: each picture gets "No description has been provided for this image". The
#          slides are built on lab.
# Matters: an author who describes all figures of a course publishes pages in which a screen reader finds no
#          description.
# Source:  the warning that nbconvert prints says that alternative text is missing, not that it was dropped.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py nbconvert==7.17.2 nbformat==5.10.4
export PYTHONPATH="$dir/py"
export JUPYTER_PATH="$dir/py/share/jupyter" JUPYTER_CONFIG_DIR="$dir"
cat > see.py <<'PY'
import re
import warnings

import nbformat
from nbconvert import HTMLExporter
from nbformat.v4 import new_code_cell, new_notebook, new_output

warnings.simplefilter("ignore")
data = {"image/png": "iVBORw0KGgo="}
picture = new_output("display_data", data=data, metadata={"image/png": {"alt": "loss falls"}})
notebook = new_notebook(cells=[new_code_cell("plot()", outputs=[picture])])
for template in ("classic", "lab"):
    page, _ = HTMLExporter(template_name=template).from_notebook_node(notebook)
    print(template.ljust(7), re.findall(r'<img[^>]*?alt="([^"]*)"', page))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
classic ['loss falls']
lab     ['No description has been provided for this image']
EOF
