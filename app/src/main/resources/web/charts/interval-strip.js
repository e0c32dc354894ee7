import { drawn } from '../elements.js';
import { short } from '../data/numbers.js';
import { scale, ticks } from './frame.js';

const HEIGHT = 66;
const SIDE = 8;
/** Half a number, which must not stand out of the picture. */
const EDGE = 12;

/** Two measured values with their 95 % intervals on one axis: now above, as it is below. */
export function intervalStrip(width, now, before, words) {
  const low = Math.min(0, now.low, before?.low ?? 0);
  const high = Math.max(0, now.high, before?.high ?? 0);
  const room = (high - low) * 0.03;
  const domain = [low - (low < 0 ? room : 0), high + room];
  const x = scale(domain, [SIDE, width - SIDE]);
  return drawn('svg.strip', { viewBox: `0 0 ${width} ${HEIGHT}`, width, height: HEIGHT, role: 'img', 'aria-label': words },
    ticks(domain, Math.max(3, width / 130)).map((value) =>
      drawn('g.grid', {},
        drawn('line', { x1: x(value), x2: x(value), y1: 4, y2: 46, class: value === 0 ? 'zero' : null }),
        drawn('text', { x: Math.min(Math.max(x(value), SIDE + EDGE), width - SIDE - EDGE), y: 61, 'text-anchor': 'middle' }, short(value)))),
    before && whisker(x, before, 36, 'before'),
    whisker(x, now, 16, 'now'));
}

function whisker(x, interval, y, kind) {
  return drawn('g', { class: kind },
    drawn('line.span', { x1: x(interval.low), x2: x(interval.high), y1: y, y2: y }),
    drawn('circle', { cx: x(interval.incremental_gmv), cy: y, r: kind === 'now' ? 6 : 4.5 }));
}
