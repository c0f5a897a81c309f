# requirements.txt → the packages of it that this Python does not have in their version, each on a line
import importlib.metadata
import sys

from packaging.requirements import Requirement  # itself one of them: without it the environment is not whole


def installed(name):
    try:
        distribution = importlib.metadata.distribution(name)
    except importlib.metadata.PackageNotFoundError:
        return None
    return distribution.version if distribution.read_text("RECORD") else None  # pip writes this file last


for line in open(sys.argv[1], encoding="utf-8"):
    text = line.split("#")[0].strip()
    if not text:
        continue
    wanted = Requirement(text)
    if wanted.marker and not wanted.marker.evaluate():
        continue
    version = installed(wanted.name)
    if version is None or not wanted.specifier.contains(version, prereleases=True):
        print(wanted.name)
