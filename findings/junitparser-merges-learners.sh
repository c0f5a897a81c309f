#!/usr/bin/env bash
# Tool:    junitparser 5.0.3 (PyPI), adding two reports (also its command "merge")
# Guess:   the report of two learners has two suites, one each, as the two files had.
# Does:    suites of one name become one suite, and only different <properties> keep them apart: which test belonged
#          to which file is lost.
# Matters: test runners name the suite after themselves or the exercise, so a merged class report has one suite in
#          which every test occurs once a learner.
# Source:  the documentation says that + merges reports, and does not say that suites are compared by name and
#          properties.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
python3 -m pip install -q --no-compile --disable-pip-version-check --target py junitparser==5.0.3
export PYTHONPATH="$dir/py"
cat > see.py <<'PY'
from junitparser import Failure, JUnitXml, Property, TestCase, TestSuite


def report(learner, failed, properties):
    suite = TestSuite("exercise 03")
    case = TestCase("l2Loss")
    if failed:
        case.result = [Failure("wrong")]
    suite.add_testcase(case)
    if properties:
        suite.add_property("learner", learner)
    suite.update_statistics()
    xml = JUnitXml()
    xml.add_testsuite(suite)
    return xml


for properties in (False, True):
    merged = report("ann", False, properties) + report("bob", True, properties)
    print("with properties" if properties else "by name only   ", [(s.name, s.tests, s.failures) for s in merged])
PY
python3 see.py > seen
cat seen
diff - seen <<'EOF'
by name only    [('exercise 03', 2, 1)]
with properties [('exercise 03', 1, 0), ('exercise 03', 1, 1)]
EOF
