/** The campaign's limits and contact caps, each on or off or with another ceiling, and rules of the scenario's own. */
import { element, fill } from '../elements.js';
import { count } from '../data/numbers.js';
import { ruleWords } from '../data/rules.js';
import { addedRules, capOf, isDropped, limitOf, withCap, withDropped, withLimit, withoutRule } from '../data/scenario.js';
import { changed, group, grouped, numberField } from './fields.js';
import { newRule } from './new-rule.js';

/** So many stand open; the others are folded away. */
const MOST = 5;

/** @param asItIs its binding limits come first; null where it is not known yet */
export function limitRows(campaign, scenario, asItIs) {
  const binding = new Set((asItIs?.limits || []).filter((limit) => limit.binds).map((limit) => limit.limit));
  const first = (limit) => binding.has(limit.limit) || limit.read(scenario) !== null || isDropped(scenario, limit.limit);
  const own = [...campaign.limits.filter((limit) => limit.limit !== 'budget').map(ceiling), ...campaign.caps.map(cap)];
  const rows = [...own.filter(first), ...own.filter((limit) => !first(limit))].map(row);
  const added = element('ul.added');
  const rest = rows.slice(MOST).map((one) => one.node);
  const node = group('Limits and rules', ['limits', 'contacts', 'drop', 'rules'], true,
    element('ul.limits', {}, rows.slice(0, MOST).map((one) => one.node)),
    rest.length > 0 && element('details.rest', {}, element('summary', {}, `${rest.length} more`), element('ul.limits', {}, rest)),
    added, newRule(campaign));
  return grouped(node, [...rows, { sync: (now) => fill(added, addedRules(now.scenario).map(addedRow)) }]);
}

const ceiling = (limit) => ({ ...limit, words: bounds(limit), read: (scenario) => limitOf(scenario, limit.limit),
  write: (scenario, value) => withLimit(scenario, limit.limit, value === limit.at_most ? null : value) });

const cap = ({ cap: name, at_most: most, window }) => ({ limit: name, at_most: most, words: most === undefined ? `contacts ${window}` : `at most ${most} ${window}`, whole: true,
  read: (scenario) => capOf(scenario, name), write: (scenario, value) => withCap(scenario, name, value === most ? null : value) });

function row(limit) {
  const most = numberField(`${limit.limit}, at most`, limit.read, limit.write,
    { placeholder: limit.at_most === undefined ? '' : String(limit.at_most), ...(limit.whole && { min: 0, step: 1 }) });
  const holds = element('input', { type: 'checkbox', role: 'switch', 'aria-label': `The limit ${limit.limit}`,
    onchange: () => changed((scenario) => withDropped(scenario, limit.limit, !holds.checked)) });
  const isFloor = limit.at_most === undefined || limit.at_most === null;
  const node = element('li', {}, element('span.name', {}, limit.limit, element('small', {}, limit.words)),
    isFloor ? element('span') : most.field, holds);
  return { node, sync: (now) => {
    const gone = isDropped(now.scenario, limit.limit);
    most.sync(now);
    most.field.disabled = gone;
    holds.checked = !gone;
    node.classList.toggle('gone', gone);
  } };
}

const UNITS = { sends: 'sends', sends_to_one: 'per customer' };

function bounds(limit) {
  const least = limit.at_least ?? null;
  const most = limit.at_most ?? null;
  return [least !== null && `at least ${count(least)}`, most !== null && `at most ${count(most)}`, UNITS[limit.counts]].filter(Boolean).join(' ');
}

function addedRow({ rule, place }) {
  return element('li', {}, element('span.name', {}, ruleWords(rule)),
    element('button.drop', { type: 'button', 'aria-label': `Remove ${ruleWords(rule)}`, onclick: () => changed((scenario) => withoutRule(scenario, place)) }, 'remove'));
}
