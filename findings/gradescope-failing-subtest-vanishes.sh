#!/usr/bin/env bash
# Tool:    gradescope-utils 0.5.0 (PyPI), JSONTestRunner and unittest's subTest
# Guess:   a test of which one subTest fails is in results.json with status failed and 0 of its points.
# Does:    it is not in results.json at all, and neither is a skipped test; with all subtests passing it is there.
#          The points that can be reached are fewer.
# Matters: the learner sees a list of passed tests and no hint of the failure; a score in percent of the listed
#          maximum is 100.
# Source:  the README lists weight and the other decorators; unittest reports subtests by addSubTest, which the
#          runner does not have.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py gradescope-utils==0.5.0
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
import io
import json
import unittest

from gradescope_utils.autograder_utils.decorators import weight
from gradescope_utils.autograder_utils.json_test_runner import JSONTestRunner


class Tests(unittest.TestCase):
    @weight(1)
    def test_plain(self):
        "plain"

    @weight(2)
    def test_all(self):
        "rates, all right"
        for rate in (0.0, 0.5):
            with self.subTest(rate=rate):
                self.assertLess(rate, 1)

    @weight(3)
    @unittest.skip("no data")
    def test_skipped(self):
        "skipped"

    @weight(4)
    def test_one(self):
        "rates, one wrong"
        for rate in (0.0, 0.5):
            with self.subTest(rate=rate):
                self.assertEqual(rate, 0)


out = io.StringIO()
result = JSONTestRunner(stream=out, buffer=False).run(unittest.defaultTestLoader.loadTestsFromTestCase(Tests))
report = json.loads(out.getvalue())
for test in report["tests"]:
    print(test["name"], test["status"], test["score"], "of", test["max_score"])
print("score", report["score"], "- unittest: failures", len(result.failures), "skipped", len(result.skipped), "tests", result.testsRun)
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
rates, all right passed 2 of 2
plain passed 1 of 1
score 3 - unittest: failures 1 skipped 1 tests 4
EOF
