import { drawn } from '../elements.js';
import { rounded } from '../data/numbers.js';

const LETTER = 6.4;
const ROW = 16;

/**
 * Lines across the panels at budgets that matter, with their names above; names that would run into each other stand in rows.
 *
 * @param bottom (top) → where the lines end
 * @returns the node, and how many rows of names there are
 */
export function landmarks({ plateau, breakEven, yours }, x, sides, bottom) {
  const all = [[breakEven, 'earns just itself'], [plateau, 'plateau']]
    .filter(([budget]) => budget > 0 && x(budget) <= sides[1] + 1)
    .map(([budget, name]) => placed(budget, `${name} ${rounded(budget)}`, x, sides));
  all.forEach((one, index) => {
    one.row = all.slice(0, index).some((other) => meet(one, other)) ? index : 0;
  });
  const rows = 1 + Math.max(0, ...all.map((one) => one.row));
  const end = bottom(12 + ROW * rows);
  const node = drawn('g.landmarks', {},
    yours !== null && drawn('line.yours', { x1: x(yours), x2: x(yours), y1: 12 + ROW * rows, y2: end }),
    all.map((one) => drawn('g.landmark', {},
      drawn('line', { x1: one.at, x2: one.at, y1: 8 + ROW * one.row, y2: end }),
      drawn('text', { x: one.at + (one.left ? -6 : 6), y: 15 + ROW * one.row, 'text-anchor': one.left ? 'end' : 'start' }, one.name))));
  return { node, rows };
}

function placed(budget, name, x, sides) {
  const at = x(budget);
  const long = name.length * LETTER + 8;
  const left = at + long > sides[1];
  return { at, name, left, from: left ? at - long : at, to: left ? at : at + long };
}

const meet = (one, other) => one.from < other.to && other.from < one.to;
