import { element, drawn } from '../elements.js';
import { scale } from './frame.js';

const HEIGHT = 22;

/**
 * Steps from one total to another, one row each: name, bar, amount. Bars start where the one before ended; the last is the sum.
 *
 * @param steps [{name, note, value, why}], whose values add up to what the last row shows
 * @param words (value) → text
 */
export function waterfall(width, steps, sum, words) {
  const ends = steps.reduce((all, step) => [...all, all[all.length - 1] + step.value], [0]);
  const domain = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const x = scale(domain, [3, width - 3]);
  const rows = steps.map((step, index) => row(step, x, ends[index], ends[index + 1], width, words, step.value < 0 ? 'loss' : 'gain'));
  const total = row(sum, x, 0, ends[ends.length - 1], width, words, 'sum');
  return element('ol.waterfall', {}, rows, total);
}

function row(step, x, from, to, width, words, kind) {
  const left = Math.min(x(from), x(to));
  return element(`li.${kind}`, {},
    element('span.name', {}, step.name, step.note && element('small', {}, step.note)),
    drawn('svg', { width, height: HEIGHT, viewBox: `0 0 ${width} ${HEIGHT}`, 'aria-hidden': 'true' },
      drawn('line.zero', { x1: x(0), x2: x(0), y1: -40, y2: HEIGHT + 40 }),
      drawn('rect', { x: left, y: 3, width: Math.max(1.5, Math.abs(x(to) - x(from))), height: HEIGHT - 6, rx: 2 })),
    element('span.figure', {}, words(step.value)),
    step.why && element('small.why', {}, step.why));
}

/** The room for bars: names stand above them where there is little. */
export function barWidth(place) {
  const width = place.clientWidth || 600;
  return width < 520 ? width - 92 : width - 330;
}
