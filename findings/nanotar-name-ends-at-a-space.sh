#!/usr/bin/env bash
# Tool:    nanotar 0.3.0 (npm), parseTar of a hand-in packed by Python's tarfile
# Guess:   the name in the list is the name in the archive, as tar-stream 3.1.7 gives it.
# Does:    a name that is written in the extended header (one that is not ASCII, or long) is cut at its first space:
#          the folders of all learners called Jane are one.
# Matters: hand-ins are folders named after people; two learners with one first name overwrite each other, and the
#          endings .ts are gone.
# Source:  the format (POSIX pax): a record is length, space, key=value, newline; the value may hold spaces.
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts nanotar@0.3.0 tar-stream@3.1.7
python3 -c "import tarfile
with tarfile.open('hand-in.tar', 'w', format=tarfile.PAX_FORMAT) as tar:
    for name in ('Jane Roe/03.ts', 'Jane Do\u00eb/03.ts', 'Jane Ro\u00eb/03.ts'): tar.addfile(tarfile.TarInfo(name))"
cat > see.mjs <<'JS'
import { readFileSync } from 'node:fs';
import { parseTar } from 'nanotar';
import tar from 'tar-stream';
const bytes = readFileSync('hand-in.tar');
console.log('nanotar   ', parseTar(bytes).map(({ name }) => name));
const names = [];
const extract = tar.extract().on('entry', (header, stream, next) => (names.push(header.name), stream.resume(), next()));
extract.on('finish', () => console.log('tar-stream', names)).end(bytes);
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
nanotar    [ 'Jane Roe/03.ts', 'Jane', 'Jane' ]
tar-stream [ 'Jane Roe/03.ts', 'Jane Doë/03.ts', 'Jane Roë/03.ts' ]
EOF
