/** Saved scenarios side by side with the campaign as it is. */
import { element, fill, heading } from '../elements.js';
import { amount, count, ratio, rounded, signed } from '../data/numbers.js';
import { scenarioWords } from '../data/words.js';
import * as service from '../data/service.js';
import * as saved from '../data/saved.js';
import * as address from '../data/address.js';
import { isEveryday } from '../data/scenario.js';
import { lastQuestion } from '../data/asking.js';
import { change, store, watch } from '../data/store.js';
import { showFailure } from './notice.js';

const place = element('div');
const ask = lastQuestion(
  ({ campaign, scenarios }, signal) => service.compare(campaign, scenarios.map(({ name, scenario }) => ({ scenario: name, ...scenario })), signal),
  50,
  ({ answer, failure }) => (failure ? refused(failure) : table(answer)),
);

export function mount() {
  fill(document.getElementById('comparison'), heading('comparison-title', 'Saved scenarios, side by side'), place);
  watch(['saved', 'campaign'], draw);
}

function draw({ saved: all, campaign }) {
  const scenarios = all.filter((one) => !isEveryday(one.scenario));
  if (!scenarios.length) {
    fill(place, element('p.quiet', {}, 'None yet. Change something, give it a name under “What if”, and save it: it stands here beside the campaign as it is.'));
    return;
  }
  place.classList.add('waiting');
  ask({ campaign: campaign.campaign, scenarios });
}

function refused(failure) {
  place.classList.remove('waiting');
  showFailure(failure);
}

function table(reply) {
  place.classList.remove('waiting');
  const answers = [reply.as_it_is, ...reply.scenarios];
  const names = ['as it is', ...reply.scenarios.map((one) => one.scenario)];
  fill(place, element('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Scenarios side by side' },
    element('table.compare', {},
      element('caption.spoken', {}, 'Scenarios side by side'),
      element('thead', {}, element('tr', {}, element('td'), names.map((name, index) => column(name, index)))),
      element('tbody', {}, rows(reply.as_it_is).map(([title, cell]) =>
        element('tr', {}, element('th', { scope: 'row' }, title), answers.map((answer, index) => element('td', {}, cell(answer, index)))))))));
}

function column(name, index) {
  const kept = store.saved.find((one) => one.name === name);
  return element('th', { scope: 'col' },
    index && kept ? element('a', { href: address.link(store.campaign.campaign, kept.scenario) }, name) : name,
    element('small', {}, index && kept ? scenarioWords(kept.scenario) : 'no changes'),
    index > 0 && kept && element('button.drop', { type: 'button', 'aria-label': `Forget ${name}`,
      onclick: () => change({ saved: saved.drop(store.campaign.campaign, name) }) }, 'forget'));
}

function rows(asItIs) {
  const versus = (pick, format) => (answer, index) => [format(pick(answer)), index > 0 && element('small', {}, signed(pick(answer) - pick(asItIs), format))];
  const offers = asItIs.offers.map(({ offer }) => [`Sends of ${offer}`, versus((answer) => sends(answer, offer), count)]);
  return [
    ['GMV measured', (answer) => ((answer.forecast.incremental_gmv ?? null) === null ? 'not measured' : element('strong', {}, rounded(answer.forecast.incremental_gmv)))],
    ['95 % interval', (answer) => ((answer.forecast.low ?? null) === null ? '' : `${rounded(answer.forecast.low)} to ${rounded(answer.forecast.high)}`)],
    ['By the model', versus((answer) => answer.value, amount)],
    ['Spend', versus((answer) => answer.spend, amount)],
    ...(asItIs.co_funding === undefined ? [] : [['Co-funding', versus((answer) => answer.co_funding, amount)]]),
    ['ROI, by the model', (answer) => ratio(answer.value, answer.spend)],
    ['Sends', versus((answer) => answer.sends, count)],
    ...offers,
    ['What binds', (answer) => element('span.binds', {}, answer.limits.filter((limit) => limit.words).map((limit) => limit.limit).join('; ') || 'nothing')],
  ];
}

const sends = (answer, id) => answer.offers.find((offer) => offer.offer === id)?.sends ?? 0;
