"""The first numbers of npm's seedrandom, from the copy in node_modules. Keys are type:seed."""

import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
INPUTS = []
SCRIPT = """
const seedrandom = require('seedrandom');
const vectors = {};
for (const key of JSON.parse(process.argv[1])) {
  const seed = key.startsWith('number:') ? Number(key.slice(7)) : key.slice(7);
  const fresh = (count, draw) => { const rng = seedrandom(seed); return Array.from({ length: count }, () => draw(rng)); };
  vectors[key] = { doubles: fresh(5, (rng) => rng()), int32: fresh(3, (rng) => rng.int32()), quick: fresh(3, (rng) => rng.quick()) };
}
console.log(JSON.stringify(vectors));
"""


def draw(content, rng):
    content.clear()
    for seed in rng.integers(0, 1_000_000, 4):
        content[f"string:{seed}"] = {}
        content[f"number:{seed}"] = {}


def recompute(content):
    command = ["node", "-e", SCRIPT, json.dumps(list(content))]
    content.update(json.loads(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout))
