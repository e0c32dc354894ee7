/** What may be changed beside the budget, each group in its own module. */
import { element, fill } from '../elements.js';
import { scenarioWords } from '../data/words.js';
import { isEveryday } from '../data/scenario.js';
import { change, watch } from '../data/store.js';
import { switches } from './switches.js';
import { limitRows } from './limit-rows.js';
import { aims } from './aims.js';
import { caution } from './caution.js';
import { costs } from './costs.js';
import { customers } from './customers.js';
import { keeping } from './keeping.js';

const groups = [switches, limitRows, aims, caution, costs, customers];
const summary = element('p.changes');
const startOver = element('button.quiet', { type: 'button', onclick: () => change({ scenario: {} }) }, 'Start over');
let shown = null;
let ranked = false;
let sync = [];

export function mount() {
  watch(['campaign', 'scenario', 'answer'], draw);
}

function draw(now) {
  if (shown !== now.campaign || (now.asItIs && !ranked && !panel().contains(document.activeElement))) {
    build(now);
  }
  summary.textContent = scenarioWords(now.scenario).replace(/^./, (first) => first.toUpperCase()) + '.';
  startOver.hidden = isEveryday(now.scenario);
  sync.forEach((one) => one(now));
}

const panel = () => document.getElementById('controls');

/** Anew for every campaign, and once more when it is known which of its limits bind. */
function build({ campaign, scenario, asItIs }) {
  shown = campaign;
  ranked = asItIs !== null;
  const built = groups.map((group) => group(campaign, scenario, asItIs));
  sync = built.map((one) => one.sync);
  fill(panel(), element('div.panel', {},
    element('div.heading', {}, element('h2', {}, 'What if'), startOver),
    summary,
    built.map((one) => one.node),
    keeping()));
}
