#!/usr/bin/env bash
# Tool:    csv-parse 7.0.3 (npm), cast: true
# Guess:   a hexadecimal text such as 0x1F is either a number (31, as d3-dsv reads it) or stays a text (as papaparse
#          keeps it).
# Does:    it becomes the number 0, for any digits: the check accepts hexadecimal and binary texts, the conversion
#          reads only the leading 0.
# Matters: hashes of runs, checksums of hand-ins and seeds written as 0x… all become one value, so that a join or a
#          check for duplicates finds everything equal.
# Source:  the documentation of cast has no word on notation. The test subtracts (which reads 0x1F as 31), the
#          conversion is parseFloat (which reads 0).
set -eu
dir=$(mktemp -d); trap 'rm -rf "$dir"' EXIT; cd "$dir"
echo '{}' > package.json
npm install --silent --no-fund --no-audit --ignore-scripts csv-parse@7.0.3 d3-dsv@3.0.2 papaparse@5.7.1
cat > see.mjs <<'JS'
import { parse } from 'csv-parse/sync';
import { autoType, csvParse } from 'd3-dsv';
import Papa from 'papaparse';
const text = 'run,hash\na,0x1F\nb,0xBEEF\nc,0b101\n';
const column = (rows) => rows.map((row) => JSON.stringify(row.hash)).join(' ');
console.log('csv-parse', column(parse(text, { columns: true, cast: true })));
console.log('d3-dsv   ', column(csvParse(text, autoType)));
console.log('papaparse', column(Papa.parse(text, { header: true, dynamicTyping: true, skipEmptyLines: true }).data));
JS
node see.mjs > seen
cat seen
diff - seen <<'EOF'
csv-parse 0 0 0
d3-dsv    31 48879 5
papaparse "0x1F" "0xBEEF" "0b101"
EOF
