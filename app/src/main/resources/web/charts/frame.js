/** Scales and axes shared by the charts. */
import { drawn } from '../elements.js';

/** A linear scale with its inverse. */
export function scale([from, to], [start, end]) {
  const span = to - from || 1;
  const place = (value) => start + ((value - from) / span) * (end - start);
  place.invert = (at) => from + ((at - start) / (end - start)) * span;
  return place;
}

/** Round numbers that cover a range, about so many. */
export function ticks([from, to], wanted) {
  const raw = (to - from) / wanted || 1;
  const power = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 2.5, 5, 10].map((one) => one * power).find((one) => one >= raw * 0.999);
  const first = Math.ceil(from / step - 1e-9);
  const last = Math.floor(to / step + 1e-9);
  return Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
}

/** Straight lines through points, as an SVG path. */
export function line(points) {
  return points.map(([x, y], index) => `${index ? 'L' : 'M'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');
}

/** The area between an upper and a lower line. */
export const area = (upper, lower) => line([...upper, ...[...lower].reverse()]) + 'Z';

/** Horizontal grid lines with their numbers to the left. */
export function rows(values, y, [left, right], words) {
  return values.map((value) =>
    drawn('g.grid', {},
      drawn('line', { x1: left, x2: right, y1: y(value), y2: y(value), class: value === 0 ? 'zero' : null }),
      drawn('text', { x: left - 10, y: y(value), dy: '0.32em', 'text-anchor': 'end' }, words(value))));
}

/** The value of a broken line at x; its ends go on flat. */
export function along(points, x) {
  const after = points.findIndex(([at]) => at >= x);
  if (after === 0) return points[0][1];
  if (after < 0) return points[points.length - 1][1];
  const [[x0, y0], [x1, y1]] = [points[after - 1], points[after]];
  return y0 + ((x - x0) / (x1 - x0 || 1)) * (y1 - y0);
}

/** Draws at once, and anew when the place changes its width. */
export function whenWide(place, draw) {
  let width = 0;
  new ResizeObserver(() => {
    const now = Math.round(place.clientWidth);
    if (now && now !== width) {
      width = now;
      draw();
    }
  }).observe(place);
}
