/** The way back along the curve: what must be earned, and the cheapest budget that does. */
import { element, fill } from '../elements.js';
import { amount, even, rounded } from '../data/numbers.js';
import * as service from '../data/service.js';
import { lastQuestion } from '../data/asking.js';
import { beyondBudget, withBudget } from '../data/scenario.js';
import { change, store, watch } from '../data/store.js';
import { showFailure } from './notice.js';

const aim = element('input', { type: 'number', id: 'reach-aim', min: 0, step: 'any', inputmode: 'decimal', required: true, 'aria-describedby': 'reach-answer' });
const unit = element('span.unit');
const goal = element('label', { for: aim.id });
const answer = element('p', { id: 'reach-answer', role: 'status' });
let others = '';
let askedOf = '';

const ask = lastQuestion(
  ({ campaign, scenario, reach }, signal) => service.reaching(campaign.campaign, scenario, reach, signal),
  0,
  ({ answer: point, failure }) => askedOf === others && (failure ? refused(failure) : told(point)),
);

/** @returns the form and its answer */
export function reach() {
  watch(['campaign', 'scenario'], forget);
  return element('form.reach', { onsubmit: (event) => {
    event.preventDefault();
    answer.classList.add('waiting');
    fill(answer, 'Looking for it …');
    askedOf = others;
    ask({ campaign: store.campaign, scenario: beyondBudget(store.scenario), reach: Number(aim.value) });
  } }, element('div.field', {}, goal, aim, unit), element('button', {}, 'Find the cheapest budget'), answer);
}

/** What was found holds for every budget, but for no other rules. */
function forget({ campaign, scenario }) {
  const now = campaign.campaign + JSON.stringify(beyondBudget(scenario));
  goal.textContent = { profit: 'To make a profit of', value: 'To reach GMV and future value of' }[objective(campaign, scenario)] ?? 'To reach a GMV of';
  unit.textContent = campaign.currency;
  if (now !== others) {
    others = now;
    fill(answer);
  }
}

const objective = (campaign, scenario) => scenario.objective ?? campaign.objective;

function told({ budget, value, incremental_gmv: measured }) {
  const { campaign, scenario } = store;
  const worth = { profit: 'profit', value: 'GMV and future value' }[objective(campaign, scenario)] ?? 'GMV';
  answer.classList.remove('waiting');
  fill(answer,
    element('strong', {}, `${amount(budget)} ${campaign.currency}`),
    ` is the cheapest budget: its plan is worth ${amount(value)} of ${worth}, as the model sees it. `,
    measured
      ? `Measured, it earns ${rounded(measured.estimate)}, 95 % interval ${rounded(measured.low)} to ${rounded(measured.high)}. `
      : 'What it earns is not measured. ',
    element('button.link', { type: 'button', onclick: () => change({ scenario: withBudget(store.scenario, campaign, budget) }) }, `Plan with ${even(budget)}`));
}

/** That nothing reaches it is an answer. */
function refused(failure) {
  answer.classList.remove('waiting');
  if (failure.status === 422) {
    fill(answer, failure.message);
  } else {
    fill(answer);
    showFailure(failure);
  }
}
