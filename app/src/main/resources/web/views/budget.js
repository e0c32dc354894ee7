/** The budget: a slider that is the axis of the curve above it. */
import { element, fill, heading, labelled, showTable } from '../elements.js';
import { amount, count, rounded } from '../data/numbers.js';
import { curvePoints } from '../data/curve.js';
import { budgetOf, withBudget } from '../data/scenario.js';
import { change, store, watch } from '../data/store.js';
import { budgetCurve, curveWords } from '../charts/budget-curve.js';
import { whenWide } from '../charts/frame.js';
import { reach } from './reach.js';

const MOST_TIMES = 8;
const STEPS = 400;
const COLUMNS = ['Budget', 'GMV measured', '95 % interval', 'By the model', 'Next unit earns', 'Sends'];
const place = element('div.curve-place');
const table = element('div');
const slider = element('input', { type: 'range', id: 'budget-slider', min: 0, step: 'any', 'aria-label': 'Budget', oninput: () => dragged(slider.value), onkeydown: stepped });
const exact = element('input', { type: 'number', id: 'budget-exact', min: 0, step: 'any', inputmode: 'decimal', onchange: () => typed() });

export function mount() {
  const change = (share) => element('button.times', { type: 'button', onclick: () => times(1 + share) }, `${share > 0 ? '+' : '−'}${Math.abs(share) * 100} %`);
  fill(document.getElementById('budget'),
    heading('budget-title', 'What each budget earns', legend()),
    place,
    element('div.slider', {}, slider),
    element('div.exact', {},
      labelled('Budget', exact, element('span.unit', { id: 'budget-unit' })),
      element('div.segmented', { role: 'group', 'aria-label': 'Change the budget' }, change(-0.2), change(-0.1),
        element('button', { type: 'button', onclick: () => asked(store.campaign.budget) }, 'as it is'), change(0.1), change(0.2))),
    reach(),
    table);
  watch(['campaign', 'scenario', 'frontier', 'answer', 'curveWaiting', 'refused'], draw);
  whenWide(place, () => draw(store));
}

function legend() {
  return element('ul.legend', {},
    element('li', {}, element('span.key.now'), 'you'), element('li', {}, element('span.key.before'), 'as it is'),
    element('li.if-measured', {}, element('span.key.line'), 'measured'), element('li.if-measured', {}, element('span.key.band'), '95 %'),
    element('li.if-measured', {}, element('span.key.dash'), 'the model’s claim'),
    element('li.if-not', {}, element('span.key.line'), 'the model’s claim'));
}

function most({ frontier, campaign, scenario }) {
  const asked = budgetOf(scenario, campaign);
  const own = typeof campaign.budget === 'number' ? campaign.budget : Infinity;
  const edge = Math.min((frontier?.plateau ?? own * 3) * 1.06, own * MOST_TIMES);
  return Math.max(edge, Number.isFinite(asked) ? asked * 1.02 : 0);
}

function draw(now) {
  const { campaign, scenario, frontier } = now;
  if (!campaign) {
    return;
  }
  const budget = budgetOf(scenario, campaign);
  const edge = most(now);
  slider.max = edge;
  slider.value = Math.min(budget, edge);
  slider.setAttribute('aria-valuetext', Number.isFinite(budget) ? `${rounded(budget)} ${campaign.currency}` : 'no budget');
  if (document.activeElement !== exact) {
    exact.value = Number.isFinite(budget) ? Math.round(budget * 100) / 100 : '';
  }
  exact.placeholder = 'unlimited';
  document.querySelectorAll('#budget .times').forEach((button) => {
    button.disabled = !Number.isFinite(budget);
  });
  document.getElementById('budget-unit').textContent = campaign.currency;
  place.classList.toggle('waiting', now.curveWaiting);
  if (!frontier) {
    fill(place, element('p.quiet', {}, now.refused ? 'No plan keeps every rule, so there is no curve.' : ''));
  }
  if (!frontier || !place.clientWidth) {
    return;
  }
  const points = curvePoints(now);
  document.getElementById('budget').classList.toggle('unmeasured', points.every((point) => !point.incremental_gmv));
  const marks = { yours: now.refused ? null : Math.min(budget, edge), campaigns: everyday(now), plateau: frontier.plateau, breakEven: frontier.break_even ?? null };
  fill(place, budgetCurve(place.clientWidth, points, marks, edge, curveWords(frontier, campaign.currency)));
  if (!now.curveWaiting) {
    showTable(table, 'The curve', COLUMNS, frontier.points.map(row));
  }
}

/** Where the campaign as it is stands, which need not be on the scenario's curve. */
function everyday({ campaign, asItIs }) {
  const measured = asItIs?.forecast.incremental_gmv ?? asItIs?.value;
  return asItIs && typeof campaign.budget === 'number' ? [campaign.budget, measured] : null;
}

function row(point) {
  const gmv = point.incremental_gmv;
  return [amount(point.budget), gmv ? rounded(gmv.estimate) : 'not measured', gmv ? `${rounded(gmv.low)} to ${rounded(gmv.high)}` : '',
    rounded(point.value), point.next_unit_earns.toFixed(3), count(point.sends)];
}

function dragged(value) {
  const step = 10 ** Math.floor(Math.log10(slider.max / STEPS));
  asked(Math.round(value / step) * step);
}

/** Arrow keys go by a hundredth of the axis; the browser's own step would be too fine to hear. */
function stepped(event) {
  const size = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1, PageDown: -10, PageUp: 10 }[event.key];
  if (size) {
    event.preventDefault();
    dragged(Math.max(0, Math.min(slider.max, Number(slider.value) + (size * slider.max) / 100)));
  }
}

function typed() {
  asked(exact.value === '' ? store.campaign.budget : Math.max(0, Number(exact.value)));
}

function times(factor) {
  const budget = budgetOf(store.scenario, store.campaign);
  if (Number.isFinite(budget)) {
    asked(Math.round(budget * factor * 100) / 100);
  }
}

function asked(budget) {
  change({ scenario: withBudget(store.scenario, store.campaign, budget) });
}
