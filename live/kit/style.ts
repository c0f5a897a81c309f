// The look of all live figures. A figure adds its own rules to these.

/** Pixels of width from which panels stand side by side. */
export const wide = 560;

export const style = `
:host { display: block; }
:host([hidden]) { display: none; }
* { box-sizing: border-box; }
.figure {
  container-type: inline-size; color: var(--ink); background: var(--paper); font: 14px/1.45 system-ui, sans-serif; text-align: left;
  border: 1px solid var(--line); border-radius: 8px; padding: 12px;
}
.title { margin: 0; font-size: 15px; line-height: 1.35; font-weight: 600; }
/* On narrow screens the controls stand below the first panel, so that a thumb on a slider hides neither. */
.inside, .stage, .controls { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
.stage { display: contents; }
.stage > :nth-child(n + 2), .status { order: 1; }
.controls { gap: 2px 24px; }
@container (min-width: ${wide}px) {
  .stage { display: grid; gap: 20px; }
  .stage, .controls { grid-template-columns: repeat(2, minmax(0, 1fr)); }
}
.row { display: grid; grid-template-columns: 8.5em minmax(0, 1fr) 3.6em; align-items: center; gap: 8px; min-height: 28px; }
.row.typed { grid-template-columns: 8.5em 7em; }
.row.ticked { grid-template-columns: auto minmax(0, 1fr); }
input[type='checkbox'] { width: 18px; height: 18px; margin: 0; accent-color: var(--blue); }
.row output { text-align: right; font-variant-numeric: tabular-nums; }
input[type='range'] { width: 100%; height: 24px; margin: 0; accent-color: var(--blue); cursor: pointer; }
input[type='number'], button {
  font: inherit; color: inherit; background: transparent; border: 1px solid var(--muted); border-radius: 6px;
  padding: 2px 10px; min-height: 28px;
}
input[type='number'] { width: 100%; }
button { cursor: pointer; }
button:hover { background: var(--soft); }
:focus-visible { outline: 2px solid var(--blue); outline-offset: 2px; }
.status { margin: 0; color: var(--muted); font-size: 13px; min-height: 2.9em; }
.legend { display: flex; flex-wrap: wrap; gap: 0 14px; margin: 0 0 4px; font-size: 12px; }
svg { display: block; width: 100%; overflow: visible; }
svg text { font: 12px system-ui, sans-serif; fill: var(--ink); }
svg text.muted { fill: var(--muted); }
svg text.blue { fill: var(--blue); } svg text.orange { fill: var(--orange); } svg text.green { fill: var(--green); }
th.blue { color: var(--blue); } th.orange { color: var(--orange); } th.green { color: var(--green); }
.grid { stroke: var(--line); stroke-opacity: .5; }
.caption { margin: 0 0 4px; font-size: 13px; font-weight: 600; }
svg + .caption, svg + .table { margin-top: 10px; }
.table { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; font-size: 13px; font-variant-numeric: tabular-nums; }
th, td { padding: 2px 0 2px 6px; text-align: right; border-bottom: 1px solid var(--line); font-weight: 400; white-space: nowrap; }
th:first-child { text-align: left; padding-left: 0; }
@container (max-width: 340px) { table { font-size: 12px; } th, td { padding-left: 3px; } th:first-child { white-space: normal; } }
`;
