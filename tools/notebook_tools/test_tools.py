"""The tools that run notebooks run ours: one that fails is seen to fail, one that holds is seen to hold."""

import json
import os
import subprocess
import sys

import nbformat
import pytest
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError
from nbformat.v4 import new_code_cell, new_notebook, new_output

NOTEBOOKS = os.path.join(os.path.dirname(__file__), "..", "..", "notebooks")
KERNEL = {"kernelspec": {"display_name": "TypeScript", "language": "typescript", "name": "tslab"}}


def notebook(*cells, tags=()):
    """Cells of which the last but one has the tags."""
    made = [new_code_cell(cell) for cell in cells]
    made[-2].metadata["tags"] = list(tags)
    return new_notebook(cells=made, metadata=KERNEL)


def failing(**options):
    return notebook("console.log('first')", "const kept = 5;\nthrow new Error('boom')", "console.log(kept + 1)", **options)


def texts(book):
    return [[output.get("text") or output.get("evalue") for output in cell.outputs] for cell in book.cells]


def test_nbclient_stops_at_an_error_and_shows_it():
    with pytest.raises(CellExecutionError, match="Error: boom\n    at cell \\[2\\], line 2"):
        NotebookClient(failing()).execute()


@pytest.mark.parametrize("tags, options", [(["raises-exception"], {}), ([], {"allow_errors": True})])
def test_nbclient_runs_what_stands_behind_an_error_that_is_allowed(tags, options):
    assert texts(NotebookClient(failing(tags=tags), **options).execute()) == [["first\n"], ["boom"], ["6\n"]]


def test_nbconvert_shows_an_error_once(tmp_path):
    nbformat.write(failing(), tmp_path / "book.ipynb")
    subprocess.run(
        [sys.executable, "-m", "jupyter", "nbconvert", "--execute", "--allow-errors", "--to", "markdown", "book.ipynb"],
        cwd=tmp_path,
        check=True,
    )
    text = (tmp_path / "book.md").read_text()
    assert text.count("Error: boom") == 1 and "    6" in text


def pytest_run(*arguments, cwd):
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *arguments]
    ran = subprocess.run(command, cwd=cwd, capture_output=True, text=True)
    return ran.returncode, ran.stdout


@pytest.mark.parametrize("tool, seen", [("--nbmake", "2 failed, 1 passed"), ("--nbval", "2 failed, 1 passed")])
def test_nbmake_and_nbval_see_which_notebook_fails(tmp_path, tool, seen):
    cells = {"right": "console.log(1 + 1)", "throws": "throw new Error('boom')", "type": "const x: string = 5;"}
    for name, code in cells.items():
        book = new_notebook(cells=[new_code_cell(code, execution_count=1)], metadata=KERNEL)
        book.cells[0].outputs = [new_output("stream", name="stdout", text="2\n")]
        nbformat.write(book, tmp_path / f"{name}.ipynb")
    status, output = pytest_run(tool, ".", cwd=tmp_path)
    assert status == 1 and seen in output, output


def test_nbval_finds_the_outputs_of_a_notebook_of_the_course_again():
    status, output = pytest_run("--nbval", "03-l1-and-l2-by-hand.ipynb", cwd=NOTEBOOKS)
    assert status == 0, output


def papermill(*arguments):
    command = [sys.executable, "-m", "papermill", "--no-progress-bar", *arguments]
    return subprocess.run(command, cwd=NOTEBOOKS, capture_output=True, text=True)


def test_papermill_gives_parameters_to_the_tour(tmp_path):
    result = tmp_path / "out.ipynb"
    ran = papermill("00-tour.ipynb", str(result), "-p", "seed", "7", "-p", "epochs", "3")
    assert ran.returncode == 0, ran.stderr
    cells = nbformat.read(result, as_version=4).cells
    assert [cell.source for cell in cells if "injected-parameters" in cell.metadata.get("tags", [])] == [
        "// Parameters\nconst seed = 7;\nconst epochs = 3;\n"
    ]
    shown = json.dumps([cell.get("outputs") for cell in cells])
    assert "3 epochs: loss" in shown and "60 epochs" not in shown


def test_papermill_writes_every_kind_of_value(tmp_path):
    book = notebook("const all = {};", "console.log(JSON.stringify(all))")
    book.cells[0].metadata["tags"] = ["parameters"]
    nbformat.write(book, tmp_path / "book.ipynb")
    values = {"text": 'a "quoted" \\ Ω\n', "yes": True, "none": None, "list": [1, -2.5, "x"], "map": {"a b": {"c": []}}}
    ran = papermill(str(tmp_path / "book.ipynb"), str(tmp_path / "out.ipynb"), "-y", json.dumps({"all": values}))
    assert ran.returncode == 0, ran.stderr
    printed = nbformat.read(tmp_path / "out.ipynb", as_version=4).cells[-1].outputs[0].text
    assert json.loads(printed) == values


def test_papermill_shows_the_error_of_a_cell_and_refuses_what_is_no_name(tmp_path):
    nbformat.write(failing(), tmp_path / "book.ipynb")
    ran = papermill(str(tmp_path / "book.ipynb"), str(tmp_path / "out.ipynb"))
    assert ran.returncode == 1 and "Error: boom\n    at cell [2], line 2" in ran.stderr
    ran = papermill("00-tour.ipynb", str(tmp_path / "out.ipynb"), "-y", "{my-seed: 3}")
    assert ran.returncode == 1 and "my_seed" in ran.stderr
