/** The campaign's limits, each on or off or with another ceiling, and ceilings of the scenario's own. */
import { element, fill } from '../elements.js';
import { count } from '../data/numbers.js';
import { ruleWords } from '../data/words.js';
import { addedRules, isDropped, limitOf, withDropped, withLimit, withRule, withoutRule } from '../data/scenario.js';
import { changed, group, grouped, numberField } from './fields.js';

/** So many stand open; the others are folded away. */
const MOST = 5;

/** @param asItIs its binding limits come first; null where it is not known yet */
export function limitRows(campaign, scenario, asItIs) {
  const binding = new Set((asItIs?.limits || []).filter((limit) => limit.binds).map((limit) => limit.limit));
  const first = (limit) => binding.has(limit.limit) || limitOf(scenario, limit.limit) !== null || isDropped(scenario, limit.limit);
  const own = campaign.limits.filter((limit) => limit.limit !== 'budget');
  const rows = [...own.filter(first), ...own.filter((limit) => !first(limit))].map(row);
  const added = element('ul.added');
  const rest = rows.slice(MOST).map((one) => one.node);
  const node = group('Limits and rules', ['limits', 'drop', 'rules'], true,
    element('ul.limits', {}, rows.slice(0, MOST).map((one) => one.node)),
    rest.length > 0 && element('details.rest', {}, element('summary', {}, `${rest.length} more`), element('ul.limits', {}, rest)),
    added, newCeiling(campaign));
  return grouped(node, [...rows, { sync: (now) => fill(added, addedRules(now.scenario).map(addedRow)) }]);
}

function row(limit) {
  const ceiling = numberField(`${limit.limit}, at most`, (scenario) => limitOf(scenario, limit.limit),
    (scenario, value) => withLimit(scenario, limit.limit, value === limit.at_most ? null : value),
    { placeholder: limit.at_most === undefined ? '' : String(limit.at_most) });
  const holds = element('input', { type: 'checkbox', role: 'switch', 'aria-label': `The limit ${limit.limit}`,
    onchange: () => changed((scenario) => withDropped(scenario, limit.limit, !holds.checked)) });
  const isFloor = limit.at_most === undefined || limit.at_most === null;
  const node = element('li', {}, element('span.name', {}, limit.limit, element('small', {}, bounds(limit))),
    isFloor ? element('span') : ceiling.field, holds);
  return { node, sync: (now) => {
    const gone = isDropped(now.scenario, limit.limit);
    ceiling.sync(now);
    ceiling.field.disabled = gone;
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

function newCeiling(campaign) {
  const channel = element('select', { 'aria-label': 'Channel of the new limit' }, campaign.channels.map((one) => element('option', {}, one.channel ?? one)));
  const most = element('input', { type: 'number', min: 0, step: 1, required: true, placeholder: 'sends', 'aria-label': 'At most so many sends' });
  return element('form.line', { onsubmit: (event) => {
    event.preventDefault();
    changed((scenario) => withRule(scenario, { rule: 'channel_cap', channel: channel.value, max_sends: Number(most.value) }));
    most.value = '';
  } }, channel, element('span', {}, 'at most'), most, element('button', {}, 'Add'));
}
