"""notebook → kernel → notebook with outputs. Called by tools/notebooks.mjs: execute-notebook.py FILE RESULT SECONDS"""
import json
import os
import sys

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError, CellTimeoutError, DeadKernelError

path, result, seconds = sys.argv[1], sys.argv[2], int(sys.argv[3])
notebook = nbformat.read(path, as_version=4)
client = NotebookClient(
    notebook,
    kernel_name="tslab",
    timeout=seconds,  # for each cell
    record_timing=False,
    resources={"metadata": {"path": os.path.dirname(path)}},
)
try:
    client.execute()
except (CellExecutionError, CellTimeoutError, DeadKernelError) as error:
    sys.exit(str(error))
with open(result, "w", encoding="utf-8") as file:
    json.dump(notebook, file)
