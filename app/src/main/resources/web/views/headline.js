/** One big number: what the plan earns as measured, how sure that is, and what it costs. */
import { element, fill, say } from '../elements.js';
import { amount, count, ratio, rounded, signed } from '../data/numbers.js';
import { scenarioWords } from '../data/words.js';
import { isEveryday } from '../data/scenario.js';
import { watch } from '../data/store.js';
import { intervalStrip } from '../charts/interval-strip.js';
import { whenWide } from '../charts/frame.js';

const strip = element('div.strip-place');
const section = () => document.getElementById('headline');
let redraw = () => {};

export function mount() {
  watch(['answer', 'waiting', 'refused'], draw);
  whenWide(strip, () => redraw());
}

function draw({ answer, asItIs, campaign, scenario, waiting, refused }) {
  section().classList.toggle('waiting', waiting);
  section().setAttribute('aria-busy', waiting && !refused);
  if (!answer) {
    fill(section(), element('h1.spoken', { id: 'headline-title' }, 'What if'), element('p.big.empty', {}, '…'));
    return;
  }
  if (waiting) {
    return;
  }
  const gmv = measured(answer);
  redraw = () => fill(strip, gmv && intervalStrip(strip.clientWidth || 600, gmv, isEveryday(scenario) ? null : measured(asItIs), sure(gmv, campaign)));
  fill(section(),
    element('div.number', {},
      element('h1', { id: 'headline-title' }, gmv ? 'Incremental GMV, measured' : valueName(campaign, scenario)),
      big(gmv ? gmv.incremental_gmv : answer.value, campaign.currency),
      element('p.sure', {}, gmv ? sure(gmv, campaign) : 'Not measured: no held-out customer stands for these sends.')),
    element('div.against', {}, versus(answer, asItIs, campaign, scenario), gmv && strip),
    figures(answer, asItIs, campaign, scenario));
  redraw();
  say(`${scenarioWords(scenario)}: earns ${rounded(gmv ? gmv.incremental_gmv : answer.value)} ${campaign.currency}, spends ${rounded(answer.spend)}.`);
}

/** What the page's big number has more than as it is. */
export function gain(answer, asItIs) {
  const [now, before] = [measured(answer), measured(asItIs)];
  return now && before ? now.incremental_gmv - before.incremental_gmv : answer.value - asItIs.value;
}

const measured = (answer) => ((answer?.forecast?.incremental_gmv ?? null) === null ? null : answer.forecast);

const big = (value, currency) => element('p.big', {}, element('data', { value }, rounded(value)), element('span.unit', {}, currency));

const sure = (gmv, campaign) => `95 % interval ${rounded(gmv.low)} to ${rounded(gmv.high)} ${campaign.currency}`;

function valueName(campaign, scenario) {
  return (scenario.objective ?? campaign.objective) === 'profit' ? 'Profit, by the model' : 'GMV, by the model';
}

function versus(answer, asItIs, campaign, scenario) {
  if (isEveryday(scenario)) {
    return element('p.versus', {}, 'The campaign as it is. Move the budget or change a rule to ask what if.');
  }
  return element('p.versus', {},
    element('strong', {}, signed(gain(answer, asItIs), rounded)), ` ${campaign.currency} earned, `,
    element('strong', {}, signed(answer.spend - asItIs.spend, rounded)), ` ${campaign.currency} spent, against `,
    element('span.key.before'), 'as it is');
}

function figures(answer, asItIs, campaign, scenario) {
  return element(isEveryday(scenario) ? 'dl.figures.everyday' : 'dl.figures', {},
    figure('Spend', amount(answer.spend), campaign.currency, signed(answer.spend - asItIs.spend)),
    figure(valueName(campaign, scenario), amount(answer.value), campaign.currency, signed(answer.value - asItIs.value)),
    figure('ROI, by the model', ratio(answer.value, answer.spend), '', roiChange(answer, asItIs)),
    figure('Sends', count(answer.sends), '', signed(answer.sends - asItIs.sends, count)),
    answer.offers.map((offer) =>
      figure(offer.offer, count(offer.sends), '', signed(offer.sends - sendsOf(asItIs, offer.offer), count), 'small')));
}

const sendsOf = (answer, id) => answer.offers.find((offer) => offer.offer === id)?.sends ?? 0;

function roiChange(answer, asItIs) {
  return answer.spend > 0 && asItIs.spend > 0
    ? signed(answer.value / answer.spend - asItIs.value / asItIs.spend, (value) => value.toFixed(2))
    : '';
}

function figure(name, value, unit, change, kind = 'figure') {
  return element(`div.${kind}`, {},
    element('dt', {}, name),
    element('dd', {}, element('span.value', {}, value), unit && element('span.unit', {}, unit), element('span.change', {}, change)));
}
