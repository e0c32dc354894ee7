/** Change by change: what each adds on top of those before it, from the campaign as it is to the scenario. */
import { element, fill, heading, showTable } from '../elements.js';
import { amount, signed } from '../data/numbers.js';
import * as service from '../data/service.js';
import { lastQuestion } from '../data/asking.js';
import { changesIn } from '../data/scenario.js';
import { store, watch } from '../data/store.js';
import { barWidth, waterfall } from '../charts/waterfall.js';
import { whenWide } from '../charts/frame.js';

/** Several plans are made for it: only for a scenario that has stood for a moment. */
const STILL_MS = 600;
const place = element('div.waterfall-place');
const table = element('div');
const section = () => document.getElementById('steps');
let steps = null;

const ask = lastQuestion(
  ({ campaign, scenario }, signal) => service.steps(campaign.campaign, scenario, signal),
  STILL_MS,
  ({ answer, failure }) => {
    steps = failure ? null : answer;
    draw();
  },
);

export function mount() {
  fill(section(), heading('steps-title', 'Change by change'), place, table);
  watch(['answer', 'waiting'], changed);
  whenWide(place, draw);
}

function changed({ waiting, campaign, scenario, answer }) {
  const several = answer !== null && changesIn(scenario) > 1;
  section().hidden = !several || steps === null;
  place.classList.toggle('waiting', !section().hidden);
  if (several && !waiting) {
    ask({ campaign, scenario });
  }
}

function draw() {
  const { asItIs, answer, campaign, scenario, waiting } = store;
  section().hidden = steps === null || !answer?.difference || changesIn(scenario) < 2;
  if (section().hidden || waiting) {
    return;
  }
  place.classList.remove('waiting');
  const total = { name: 'the difference', note: `${amount(asItIs.value)} → ${amount(answer.value)} ${campaign.currency}, by the model`, value: answer.difference.value };
  fill(place, waterfall(barWidth(place), steps.map(step), total, (value) => signed(value)));
  showTable(table, 'Change by change', ['Change', 'Adds', 'GMV or profit after it', 'Spend after it'], steps.map((one) =>
    [one.change, one.adds === undefined ? 'no plan yet' : signed(one.adds), money(one.value), money(one.spend)]));
}

const step = ({ change, adds }) => ({ name: change, note: adds === undefined ? 'no plan keeps every rule before later changes' : '', value: adds ?? 0 });

const money = (value) => (value === undefined ? '' : amount(value));
