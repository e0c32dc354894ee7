import { drawn } from '../elements.js';
import { amount, rounded, short } from '../data/numbers.js';
import { along, area, line, rows, scale, ticks } from './frame.js';
import { landmarks } from './landmarks.js';

export const MARGIN = { left: 58, right: 14 };
const CURVE = 220;
const GAP = 50;
const PRICE = 62;
const AXIS = 24;
/** As a share: the plateau is the spend of the last plan, its budget hardly more. */
const SLACK = 1e-4;

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
  const { node: names, rows: lines } = landmarks(marks, x, sides, (top) => top + CURVE + GAP + PRICE);
  const top = 12 + 16 * lines;
  const shown = within(points, most);
  const height = top + CURVE + GAP + PRICE + AXIS;
  return drawn('svg.curve', { viewBox: `0 0 ${width} ${height}`, width, height, role: 'img', 'aria-label': words },
    names, valuePanel(shown, x, sides, top, marks), pricePanel(shown, x, sides, top + CURVE + GAP, marks),
    axis(x, most, width, height - 6));
}

function valuePanel(points, x, sides, top, marks) {
  const measured = points.filter((point) => point.incremental_gmv);
  const lows = measured.map((point) => point.incremental_gmv.low);
  const highs = measured.map((point) => point.incremental_gmv.high);
  const values = [...points.map((point) => point.value), marks.campaigns?.[1] ?? 0];
  const domain = [Math.min(0, ...lows, ...values), Math.max(0, ...highs, ...values) * 1.04];
  const y = scale(domain, [top + CURVE, top]);
  const at = (pick, of) => of.map((point) => [x(point.budget), y(pick(point))]);
  const main = mainLine(points);
  return drawn('g', {},
    rows(ticks(domain, 5), y, sides, short),
    measured.length > 0 && drawn('path.band', { d: area(at((p) => p.incremental_gmv.high, measured), at((p) => p.incremental_gmv.low, measured)) }),
    measured.length > 0 && drawn('path.claimed', { d: line(at((p) => p.value, points)) }),
    drawn('path.measured', { d: line(main.map(([budget, gmv]) => [x(budget), y(gmv)])) }),
    marks.campaigns && drawn('circle.marker.before', { cx: x(marks.campaigns[0]), cy: y(marks.campaigns[1]), r: 5.5 }),
    marker(marks.yours, main, x, y, sides, rounded));
}

/** What is measured, or what the model claims where nothing is. */
function mainLine(points) {
  const measured = points.filter((point) => point.incremental_gmv);
  return (measured.length ? measured : points).map((point) => [point.budget, point.incremental_gmv?.estimate ?? point.value]);
}

function pricePanel(points, x, sides, top, marks) {
  const prices = priceLine(points, marks.plateau);
  const domain = [0, Math.max(1.2, ...prices.map(([, price]) => price)) * 1.05];
  const y = scale(domain, [top + PRICE, top]);
  return drawn('g', {},
    rows(ticks(domain, 2), y, sides, (tick) => tick.toFixed(tick % 1 ? 1 : 0)),
    drawn('line.even', { x1: sides[0], x2: sides[1], y1: y(1), y2: y(1) }),
    drawn('path.price', { d: line(prices.map(([budget, price]) => [x(budget), y(price)])) }),
    drawn('text.panel', { x: sides[0], y: top - 24 }, 'Marginal ROI: what the next unit of budget earns'),
    marker(marks.yours, prices, x, y, sides, (price) => price.toFixed(2)));
}

/** Falls to nothing at the plateau, where the last point of the walk stands. */
function priceLine(points, plateau) {
  const end = plateau * (1 + SLACK);
  const line = points.filter((point) => point.budget > 0).map((point) => [point.budget, point.budget > end ? 0 : point.next_unit_earns]);
  const beyond = line.findIndex(([budget]) => budget > end);
  return beyond > 0 ? [...line.slice(0, beyond), [end, 0], ...line.slice(beyond)] : line;
}

/** Your point, with its figure on the side where there is room. */
function marker(budget, main, x, y, sides, words) {
  if (budget === null || !main.length) {
    return null;
  }
  const value = along(main, budget);
  const right = x(budget) > sides[1] - 90;
  return drawn('g', {},
    drawn('circle.marker.now', { cx: x(budget), cy: y(value), r: 7 }),
    drawn('text.reading', { x: x(budget) + (right ? -12 : 12), y: y(value) - 9, 'text-anchor': right ? 'end' : 'start' }, words(value)));
}

/** The budgets below, clear of the thumb of the slider under them. */
function axis(x, most, width, y) {
  return drawn('g.axis', {}, ticks([0, most], Math.max(2, Math.floor(width / 130))).map((tick) =>
    drawn('text', { x: Math.min(x(tick), width - 22), y, 'text-anchor': 'middle' }, short(tick))));
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
    + `the plateau is at ${amount(frontier.plateau)} ${currency}.${tooLittle(frontier, currency)}`;
}

const tooLittle = ({ too_little: budget }, currency) => (budget === undefined ? '' : ` At ${amount(budget)} ${currency} no plan keeps every rule.`);
