/** What binds, and what a little more of it would earn. */
import { element, fill, heading } from '../elements.js';
import { isEveryday } from '../data/scenario.js';
import { watch } from '../data/store.js';

export function mount() {
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
  fill(section, heading('prices-title', 'What binds'),
    binding.length ? element('ul.prices', {}, binding.map((limit) => sentence(limit, isEveryday(scenario) ? limit : before.get(limit.limit)))) : element('p.quiet', {}, 'Nothing: more room in any limit would earn nothing.'),
    loose.length > 0 && element('p.quiet', {}, 'Room to spare: ', loose.map((limit) => limit.limit).join('; '), '.'));
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
  return Math.abs(share) < 0.0005 ? null : element('small', {}, `${(Math.abs(share) * 100).toFixed(1)} % ${share > 0 ? 'more' : 'less'} than as it is.`);
}

const capital = (text) => text[0].toUpperCase() + text.slice(1);
