/** Save a scenario, send its link, take its file or its plan along. */
import { download, element, fill, say } from '../elements.js';
import { planCsv } from '../data/service.js';
import { scenarioFile } from '../data/yaml.js';
import { scenarioWords } from '../data/words.js';
import { amount, count, share } from '../data/numbers.js';
import * as saved from '../data/saved.js';
import { change, store } from '../data/store.js';
import { showFailure } from './notice.js';

export function keeping() {
  const name = element('input', { type: 'text', 'aria-label': 'Name of the scenario', placeholder: 'name this scenario', maxlength: 60, required: true });
  const told = element('p.quiet', { role: 'status' });
  const form = element('form.line', { onsubmit: (event) => {
    event.preventDefault();
    change({ saved: saved.keep(store.campaign.campaign, name.value.trim(), store.scenario) });
    say(`Saved ${name.value}`);
    name.value = '';
  } }, name, element('button.primary', {}, 'Save'));
  const button = (text, act) => element('button', { type: 'button', onclick: () => act(told) }, text);
  return element('div.keeping', {}, form,
    element('div.buttons', {}, button('Copy link', copyLink), button('Scenario file', takeFile), button('Plan as CSV', takePlan)), told);
}

async function copyLink(told) {
  try {
    await navigator.clipboard.writeText(location.href);
    told.textContent = 'The link is copied: it opens this page with this scenario.';
  } catch {
    told.textContent = 'The address of this page holds the scenario: copy it from there.';
  }
}

function takeFile(told) {
  const { campaign, scenario } = store;
  const all = [...store.saved.filter((one) => JSON.stringify(one.scenario) !== JSON.stringify(scenario))];
  const now = store.saved.find((one) => JSON.stringify(one.scenario) === JSON.stringify(scenario)) ?? { name: 'what if', scenario };
  const filled = [now, ...all].filter((one) => Object.keys(one.scenario).length);
  if (!filled.length) {
    told.textContent = 'Nothing is changed yet: a scenario file holds changes.';
    return;
  }
  download('scenarios.yml', scenarioFile(campaign.campaign, filled), 'application/yaml');
  told.textContent = `scenarios.yml holds ${filled.map((one) => one.name).join(', ')}.`;
}

/** Plans for good; until the best is proven, the best so far can be taken. */
async function takePlan(told) {
  const { campaign, scenario } = store;
  const words = element('span', {}, `Planning: ${scenarioWords(scenario)} …`);
  const begun = (stop) => fill(told, words, ' ', element('button.quiet', { type: 'button', onclick: stop }, 'Take the best so far'));
  fill(told, words);
  try {
    const { job, csv } = await planCsv(campaign.campaign, scenario, begun, (so) => {
      words.textContent = so.value === undefined ? `Planning: ${so.state} …` : `Planning: ${amount(so.value)} so far${under(so.gap)} …`;
    });
    download(`${campaign.campaign}-plan.csv`, csv);
    told.textContent = `The plan is downloaded: ${count(job.sends)} sends${under(job.gap)}. It is not published: nothing is sent.`;
  } catch (failure) {
    told.textContent = '';
    showFailure(failure);
  }
}

const under = (gap) => (gap === undefined ? '' : `, at most ${share(gap)} below the best`);
