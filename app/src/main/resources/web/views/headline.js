/** One big number: what the plan earns as measured, how sure that is, and what it costs. */
import { element, fill, sayLater } from '../elements.js';
import { rounded, share, signed } from '../data/numbers.js';
import { scenarioWords } from '../data/words.js';
import { preview } from '../data/curve.js';
import { isEveryday } from '../data/scenario.js';
import { watch } from '../data/store.js';
import { intervalStrip } from '../charts/interval-strip.js';
import { whenWide } from '../charts/frame.js';
import { figures, valueName } from './figures.js';

const LAST = element('p.versus', {}, 'The last scenario that could be planned.');
const strip = element('div.strip-place');
const section = () => document.getElementById('headline');
let redraw = () => {};

export function mount() {
  watch(['answer', 'waiting', 'refused', 'scenario', 'frontier', 'curveWaiting', 'progress'], draw);
  whenWide(strip, () => redraw());
}

/** The answer, or what the curve says while it is on its way; null where there is neither. */
export function shown(now) {
  if (!now.waiting) {
    return now.answer;
  }
  return now.answer && !now.refused ? preview(now) : null;
}

/** What the page's big number has more than as it is. */
export function gain(answer, asItIs) {
  const [now, before] = [measured(answer), measured(asItIs)];
  return now && before ? now.incremental_gmv - before.incremental_gmv : answer.value - asItIs.value;
}

export const measured = (answer) => ((answer?.forecast?.incremental_gmv ?? null) === null ? null : answer.forecast);

function draw(now) {
  const { answer, waiting, refused } = now;
  const figures = shown(now);
  section().classList.toggle('waiting', waiting && !figures);
  section().classList.toggle('previewed', waiting && figures !== null);
  section().setAttribute('aria-busy', waiting && !refused);
  if (!answer) {
    fill(section(), element('h1.spoken', { id: 'headline-title' }, 'What if'), element('p.big.empty', {}, '…'), element('p.sure', {}, progressWords(now)));
  } else if (figures || refused) {
    show(figures ?? answer, now);
  } else {
    const line = section().querySelector('.sure');
    line.textContent = progressWords(now) || line.textContent;
  }
}

function show(now, { answer, asItIs, campaign, scenario, waiting, refused, progress }) {
  const about = now !== answer;
  const gmv = measured(now);
  const name = gmv ? 'Incremental GMV, measured' : valueName(campaign, scenario);
  redraw = () => fill(strip, gmv && intervalStrip(strip.clientWidth || 600, gmv, isEveryday(scenario) ? null : measured(asItIs), sure(gmv, campaign)));
  fill(section(),
    element('div.number', {},
      element('h1', { id: 'headline-title' }, name, about && element('span.about', {}, 'read off the curve')),
      big(gmv ? gmv.incremental_gmv : now.value, campaign.currency),
      element('p.sure', {}, progressWords({ progress, campaign }) || (gmv ? sure(gmv, campaign) : 'It cannot be measured: no held-out customer stands for these sends.'))),
    element('div.against', {}, refused ? LAST : versus(now, asItIs, campaign, scenario), gmv && strip),
    figures(now, answer, asItIs, campaign, scenario));
  redraw();
  if (!waiting) {
    sayLater(`${scenarioWords(scenario)}: earns ${rounded(gmv ? gmv.incremental_gmv : now.value)} ${campaign.currency}, spends ${rounded(now.spend)}.`);
  }
}

const big = (value, currency) => element('p.big', {}, element('data', { value }, rounded(value)), element('span.unit', {}, currency));

const sure = (gmv, campaign) => `95 % interval ${rounded(gmv.low)} to ${rounded(gmv.high)} ${campaign.currency}`;

/** How far a late answer is; nothing while it is not late. */
function progressWords({ progress, campaign }) {
  if (!progress) {
    return '';
  }
  const gap = progress.gap === undefined ? '' : `, at most ${share(progress.gap)} below the best`;
  const soFar = progress.value === undefined ? '' : ` ${rounded(progress.value)} ${campaign.currency} so far${gap}.`;
  return `${progress.state === 'queued' ? 'Waiting for other questions …' : 'Still planning …'}${soFar}`;
}

function versus(now, asItIs, campaign, scenario) {
  if (isEveryday(scenario)) {
    return element('p.versus', {}, 'The campaign as it is. Move the budget or change a rule to ask what if.');
  }
  return element('p.versus', {},
    element('strong', {}, signed(gain(now, asItIs), rounded)), ` ${campaign.currency} earned, `,
    element('strong', {}, signed(now.spend - asItIs.spend, rounded)), ` ${campaign.currency} spent, against `,
    element('span.nowrap', {}, element('span.key.before'), 'as it is'), surely(now, campaign));
}

/** How sure the difference is: held-out customers are each compared with themselves, which tells more than the two intervals. */
function surely({ difference }, campaign) {
  const { low, high } = difference?.forecast ?? {};
  return (low ?? null) !== null && element('small', {}, `The difference earned: 95 % interval ${signed(low, rounded)} to ${signed(high, rounded)} ${campaign.currency}`);
}
