/** Numbers as a planner reads them. */
const MINUS = '\u2212';
const cents = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const units = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const digits = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });

const sign = (text) => text.replace('-', MINUS);

/** Money without its currency; cents where they say something. */
export function amount(value) {
  return sign((Math.abs(value) >= 10_000 ? units : cents).format(settled(value)));
}

/** Money in whole units. */
export function rounded(value) {
  return sign(units.format(settled(value)));
}

/** Money that was typed; its cents where it has some. */
export const even = (value) => (Number.isInteger(value) ? rounded : amount)(value);

export function count(value) {
  return sign(units.format(settled(value)));
}

/** A share in percent, with what digits say something. */
export function share(value) {
  return sign(value !== 0 && Math.abs(value) < 0.0001 ? '<0.01' : digits.format(settled(value * 100))) + ' %';
}

/** With three digits that say something. */
export const few = (value) => sign(digits.format(settled(value)));

export function ratio(value, per) {
  return per > 0 ? sign(cents.format(value / per)) : '–';
}

/** With its sign, whatever `format` makes of it; nothing at all for what is shown as zero. */
export function signed(value, format = amount) {
  const plain = format(Math.abs(value));
  return /[1-9]/.test(plain) ? (value < 0 ? MINUS : '+') + plain : '±0';
}

/** A tick of an axis: 850, 2.5 k, 1.2 M. */
export function short(value) {
  const size = Math.abs(value);
  if (size >= 999_500) return sign(digits.format(value / 1e6)) + ' M';
  if (size >= 10_000) return sign(digits.format(value / 1e3)) + ' k';
  return sign(digits.format(settled(value)));
}

/** Minus zero is zero. */
function settled(value) {
  return Math.abs(value) < 1e-9 ? 0 : value;
}
