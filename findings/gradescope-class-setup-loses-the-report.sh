#!/usr/bin/env bash
# Tool:    gradescope-utils 0.5.0 (PyPI), JSONTestRunner and an error in setUpClass
# Guess:   as in unittest: the tests of that class count as failed, those of the other classes are reported.
# Does:    the runner raises AttributeError while it reports the error, and no results.json is written: the points
#          of all classes are gone.
# Matters: a hand-in whose import fails in the setUpClass of one exercise gets no grade for the others.
# Source:  unittest hands an _ErrorHolder to addError in place of a test; the runner reads its test method.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py gradescope-utils==0.5.0
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import io
import unittest

from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner


class First(unittest.TestCase):
    @weight(5)
    def test_fine(self):
        pass


class Second(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        raise ImportError("the learner's file has a typing error")

    @weight(5)
    def test_other(self):
        pass


def suite():
    return unittest.TestSuite(unittest.defaultTestLoader.loadTestsFromTestCase(c) for c in (First, Second))


plain = unittest.TextTestRunner(stream=io.StringIO()).run(suite())
print("unittest: run", plain.testsRun, "errors", len(plain.errors))
out = io.StringIO()
try:
    JSONTestRunner(stream=out, buffer=False).run(suite())
except AttributeError as error:
    print("gradescope-utils:", type(error).__name__)
print("characters of results.json:", len(out.getvalue()))
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
unittest: run 1 errors 1
gradescope-utils: AttributeError
characters of results.json: 0
EOF
