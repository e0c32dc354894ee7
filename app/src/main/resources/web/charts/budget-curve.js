import { drawn } from '../elements.js';
import { amount, rounded, short } from '../data/numbers.js';
import { along, area, line, rows, scale, ticks } from './frame.js';

export const MARGIN = { left: 58, right: 14 };
const TOP = 26;
const CURVE = 210;
const GAP = 34;
const PRICE = 60;
const HEIGHT = TOP + CURVE + GAP + PRICE + 8;

/**
 * What every budget earns, above what its next unit earns.
 *
 * @param points of a frontier, rising by budget
 * @param marks {yours, plateau, breakEven} as budgets, {campaigns} as [budget, value]; null for none
 * @param most the right end of the axis
 */
export function budgetCurve(width, points, marks, most, words) {
  const sides = [MARGIN.left, width - MARGIN.right];
  const x = scale([0, most], sides);
  const shown = within(points, most);
  const value = valuePanel(shown, x, sides, marks);
  const price = pricePanel(shown, x, sides, marks);
  return drawn('svg.curve', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': words },
    landmarks(marks, x, width), value, price);
}

function valuePanel(points, x, sides, marks) {
  const measured = points.filter((point) => point.incremental_gmv);
  const lows = measured.map((point) => point.incremental_gmv.low);
  const highs = measured.map((point) => point.incremental_gmv.high);
  const domain = [Math.min(0, ...lows), Math.max(...highs, ...points.map((point) => point.value), marks.campaigns?.[1] ?? 0) * 1.04];
  const y = scale(domain, [TOP + CURVE, TOP]);
  const at = (pick, of) => of.map((point) => [x(point.budget), y(pick(point))]);
  const claimed = points.map((point) => [point.budget, point.value]);
  const main = measured.length ? measured.map((point) => [point.budget, point.incremental_gmv.estimate]) : claimed;
  return drawn('g', {},
    rows(ticks(domain, 5), y, sides, short),
    measured.length > 0 && drawn('path.band', { d: area(at((p) => p.incremental_gmv.high, measured), at((p) => p.incremental_gmv.low, measured)) }),
    measured.length > 0 && drawn('path.claimed', { d: line(at((p) => p.value, points)) }),
    drawn('path.measured', { d: line(main.map(([budget, gmv]) => [x(budget), y(gmv)])) }),
    marks.campaigns && dot(marks.campaigns, x, y, 'before'),
    marker(marks.yours, main, x, y, 'now'));
}

function pricePanel(points, x, sides, marks) {
  const prices = points.filter((point) => point.budget > 0).map((point) => [point.budget, point.next_unit_earns]);
  const top = TOP + CURVE + GAP;
  const domain = [0, Math.max(1.2, ...prices.map(([, price]) => price)) * 1.05];
  const y = scale(domain, [top + PRICE, top]);
  return drawn('g', {},
    drawn('text.panel', { x: sides[0], y: top - 12 }, 'What the next unit of budget earns'),
    rows(ticks(domain, 2), y, sides, (tick) => tick.toFixed(tick % 1 ? 1 : 0)),
    drawn('line.even', { x1: sides[0], x2: sides[1], y1: y(1), y2: y(1) }),
    drawn('path.price', { d: line(prices.map(([budget, price]) => [x(budget), y(price)])) }),
    marker(marks.yours, prices, x, y, 'now'));
}

function marker(budget, main, x, y, kind) {
  return budget === null || !main.length ? null : dot([budget, along(main, budget)], x, y, kind);
}

function dot([budget, value], x, y, kind) {
  return drawn('circle', { class: `marker ${kind}`, cx: x(budget), cy: y(value), r: kind === 'now' ? 7 : 5.5 });
}

function landmarks({ plateau, breakEven, yours }, x, width) {
  const bottom = TOP + CURVE + GAP + PRICE;
  return drawn('g.landmarks', {},
    yours !== null && drawn('line.yours', { x1: x(yours), x2: x(yours), y1: TOP, y2: bottom }),
    landmark(breakEven, 'earns just itself', x, width, bottom),
    landmark(plateau, 'plateau', x, width, bottom));
}

function landmark(budget, name, x, width, bottom) {
  if (budget === null || x(budget) > width - MARGIN.right + 1) {
    return null;
  }
  const right = x(budget) > width / 2;
  return drawn('g.landmark', {},
    drawn('line', { x1: x(budget), x2: x(budget), y1: 8, y2: bottom }),
    drawn('text', { x: x(budget) + (right ? -6 : 6), y: 15, 'text-anchor': right ? 'end' : 'start' }, `${name} ${rounded(budget)}`));
}

/** Cut at the right end of the axis. */
function within(points, most) {
  const inside = points.filter((point) => point.budget <= most);
  const last = points[inside.length - 1];
  return last && last.budget < most && inside.length === points.length ? [...inside, { ...last, budget: most, next_unit_earns: 0 }] : inside;
}

/** The curve in one sentence. */
export function curveWords(frontier, currency) {
  const first = frontier.points[0];
  return `What every budget earns. At ${amount(first.budget)} ${currency} the next unit earns ${first.next_unit_earns.toFixed(2)}; `
    + `the plateau is at ${amount(frontier.plateau)} ${currency}.`;
}
