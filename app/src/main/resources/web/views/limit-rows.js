/** The campaign's limits, each with another ceiling or none, and ceilings of the scenario's own. */
import { element, fill } from '../elements.js';
import { count } from '../data/numbers.js';
import { ruleWords } from '../data/words.js';
import { addedRules, isDropped, limitOf, withDropped, withLimit, withRule, withoutRule } from '../data/scenario.js';
import { changed, group, numberField } from './fields.js';

export function limitRows(campaign) {
  const rows = campaign.limits.filter((limit) => limit.limit !== 'budget').map(row);
  const added = element('ul.added');
  const node = group('Limits', element('ul.limits', {}, rows.map((one) => one.node)), added, newCeiling(campaign));
  return { node, sync: (now) => {
    rows.forEach((one) => one.sync(now));
    fill(added, addedRules(now.scenario).map(addedRow));
  } };
}

function row(limit) {
  const unit = limit.counts === 'sends' ? 'sends' : '';
  const ceiling = numberField(`${limit.limit}, at most`, (scenario) => limitOf(scenario, limit.limit),
    (scenario, value) => withLimit(scenario, limit.limit, value === limit.at_most ? null : value),
    { placeholder: limit.at_most === undefined ? '' : String(limit.at_most) });
  const drop = element('button.drop', { type: 'button', onclick: () => changed((scenario) => withDropped(scenario, limit.limit, !isDropped(scenario, limit.limit))) });
  const floor = limit.at_most === undefined || limit.at_most === null;
  return {
    node: element('li', {}, element('span.name', {}, limit.limit, element('small', {}, bounds(limit, unit))),
      !floor && ceiling.field, drop),
    sync: (now) => {
      const gone = isDropped(now.scenario, limit.limit);
      ceiling.sync(now);
      ceiling.field.disabled = gone;
      drop.textContent = gone ? 'keep' : 'drop';
      drop.setAttribute('aria-label', `${gone ? 'Keep' : 'Drop'} the limit ${limit.limit}`);
      drop.closest('li').classList.toggle('gone', gone);
    },
  };
}

function bounds(limit, unit) {
  const least = limit.at_least ?? null;
  const most = limit.at_most ?? null;
  return [least !== null && `at least ${count(least)}`, most !== null && `at most ${count(most)}`, unit].filter(Boolean).join(' ');
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
