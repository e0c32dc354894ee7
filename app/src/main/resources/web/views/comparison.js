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

/** What the service may say of one scenario alone: too large, not to be planned, failed. */
const OF_ONE = [200, 413, 422, 500];
const AS_IT_IS = { name: 'as it is', scenario: {} };
const place = element('div');
const figures = element('tbody');
let results = new Map();

const ask = lastQuestion(answers, 50, ({ failure }) => {
  place.classList.remove('waiting');
  failure && showFailure(failure);
});

export function mount() {
  fill(document.getElementById('comparison'), heading('comparison-title', 'Saved scenarios, side by side'), place);
  watch(['campaign'], () => { results = new Map(); });
  watch(['saved', 'campaign'], draw);
}

function draw({ saved: all, campaign }) {
  const scenarios = all.filter((one) => !isEveryday(one.scenario));
  const columns = scenarios.length ? [AS_IT_IS, ...scenarios] : [];
  place.classList.toggle('waiting', columns.length > 0);
  show(columns);
  fill(place, columns.length
    ? table(columns)
    : element('p.quiet', {}, 'None yet. Change something, give it a name under “What if”, and save it: it stands here beside the campaign as it is.'));
  ask({ campaign: campaign.campaign, columns });
}

/** One by one, so that a scenario that cannot be planned keeps no other from its figures. */
async function answers({ campaign, columns }, signal) {
  for (const column of columns) {
    const result = await answered(campaign, column.scenario, signal);
    signal.throwIfAborted();
    results.set(key(column), result);
    show(columns);
  }
}

async function answered(campaign, scenario, signal) {
  try {
    return { answer: (await service.whatIf(campaign, scenario, signal)).scenarios[0] };
  } catch (failure) {
    if (!OF_ONE.includes(failure.status)) {
      throw failure;
    }
    return { failure };
  }
}

const key = ({ scenario }) => JSON.stringify(scenario);

/** What is known by now. A refusal takes the place of all figures of its scenario. */
function show(columns) {
  const known = columns.map((column) => results.get(key(column)) ?? {});
  const all = known[0]?.answer ? rows(known[0].answer) : [];
  fill(figures, all.map(([title, cell], row) => element('tr', {}, element('th', { scope: 'row' }, title), known.map(({ answer, failure }, index) =>
    failure ? row === 0 && refusal(failure, all.length) : element('td', {}, answer && cell(answer, index))))));
}

const refusal = ({ title, lines, message }, height) =>
  element('td.refusal', { rowspan: height }, element('strong', {}, title), (lines.length ? lines : [message]).map((line) => element('small', {}, line)));

/** Names stand there before any figures, so that each scenario can be forgotten whatever is said of it. */
function table(columns) {
  return element('div.scroll', { tabindex: 0, role: 'region', 'aria-label': 'Scenarios side by side' },
    element('table.compare', {},
      element('caption.spoken', {}, 'Scenarios side by side'),
      element('thead', {}, element('tr', {}, element('td'), columns.map(head))),
      figures));
}

function head({ name, scenario }, index) {
  return element('th', { scope: 'col' },
    index ? element('a', { href: address.link(store.campaign.campaign, scenario) }, name) : name,
    element('small', {}, index ? scenarioWords(scenario) : 'no changes'),
    index > 0 && element('button.drop', { type: 'button', 'aria-label': `Forget ${name}`,
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
