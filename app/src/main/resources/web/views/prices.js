/** What binds, and what a little more of it would earn. */
import { element, fill, heading, showTable } from '../elements.js';
import { amount, count, few } from '../data/numbers.js';
import { isEveryday } from '../data/scenario.js';
import { watch } from '../data/store.js';
import { mount as mountSensitivity } from './sensitivity.js';

const MOST_NAMED = 4;
/** Beyond three times, percent say little. */
const MANY = 2;

const list = element('div');
const table = element('div');

export function mount() {
  fill(document.getElementById('prices'), heading('prices-title', 'What binds'), list, table);
  mountSensitivity(document.getElementById('prices'));
  watch(['answer', 'waiting'], draw);
}

function draw({ answer, asItIs, scenario, waiting }) {
  const section = document.getElementById('prices');
  section.classList.toggle('waiting', waiting);
  if (!answer || waiting) {
    return;
  }
  const before = new Map(asItIs.limits.map((limit) => [limit.limit, limit]));
  const binding = answer.limits.filter((limit) => limit.words);
  const loose = answer.limits.filter((limit) => !binding.includes(limit));
  fill(list,
    binding.length ? element('ul.prices', {}, binding.map((limit) => sentence(limit, isEveryday(scenario) ? limit : before.get(limit.limit)))) : element('p.quiet', {}, 'Nothing: more room in any limit would earn nothing.'),
    loose.length > 0 && element('p.quiet', {}, spare(loose)));
  showTable(table, 'All limits', ['Limit', 'Used', 'At least', 'At most', 'Next unit earns'], answer.limits.map(row));
}

const spare = (loose) => (loose.length > MOST_NAMED
  ? `${loose.length} limits have room to spare.`
  : `Room to spare: ${loose.map((limit) => limit.limit).join('; ')}.`);

function row(limit) {
  const figure = (value) => (value === undefined || value === null ? '' : limit.counts === 'sends' ? count(value) : amount(value));
  return [limit.limit, figure(limit.use), figure(limit.at_least), figure(limit.at_most), limit.price === 0 ? '0' : limit.price.toFixed(3)];
}

function sentence(limit, before) {
  return element('li', {},
    element('span.limit', {}, limit.limit),
    element('span', {}, capital(limit.words) + '.'),
    change(limit, before));
}

function change(limit, before) {
  if (!before) {
    return element('small', {}, 'New in this scenario.');
  }
  const share = before.price === 0 ? Infinity : limit.price / before.price - 1;
  if (!Number.isFinite(share)) {
    return element('small', {}, 'Did not bind as it is.');
  }
  if (share > MANY) {
    return element('small', {}, `${few(share + 1)} times as much as it is.`);
  }
  return Math.abs(share) < 0.0005 ? null : element('small', {}, `${(Math.abs(share) * 100).toFixed(1)} % ${share > 0 ? 'more' : 'less'} than as it is.`);
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
