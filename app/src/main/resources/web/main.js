/** Starts the page: reads the address, asks the service, and lets the views draw what comes back. */
import * as service from './data/service.js';
import * as address from './data/address.js';
import * as saved from './data/saved.js';
import { lastQuestion } from './data/asking.js';
import { beyondBudget } from './data/scenario.js';
import { change, store, watch } from './data/store.js';
import { clearNotice, showFailure } from './views/notice.js';
import * as views from './views/all.js';

const AT_ONCE_MS = 0;
const CURVE_MS = 350;

const askWhatIf = lastQuestion(
  ({ campaign, scenario }, signal) => service.whatIf(campaign.campaign, scenario, signal, (progress) => signal.aborted || change({ progress })),
  AT_ONCE_MS,
  ({ answer, failure }) => (failure ? refused({ refused: true, progress: null }, failure) : heard(answer)),
);

const askCurve = lastQuestion(
  ({ campaign, scenario }, signal) => service.frontier(campaign.campaign, scenario, signal),
  CURVE_MS,
  ({ answer, failure }) => (failure ? curveRefused(failure) : change({ frontier: answer, curveWaiting: false })),
);

function heard(reply) {
  clearNotice();
  change({ waiting: false, refused: false, progress: null, asItIs: reply.as_it_is, answer: reply.scenarios[0] ?? reply.as_it_is });
}

/** The last answer stays, greyed: it is not that of the fields any more. Where there was none, the campaign as it is stands there. */
async function refused(values, failure) {
  change(values);
  showFailure(failure);
  const { campaign, answer } = store;
  if (!answer && failure.status === 422) {
    const reply = await service.whatIf(campaign.campaign, {}).catch(() => null);
    if (reply && !store.answer && store.campaign === campaign) {
      change({ asItIs: reply.as_it_is, answer: reply.as_it_is });
    }
  }
}

let curveOf = '';

function curveRefused(failure) {
  curveOf = '';
  refused({}, failure);
}

function ask() {
  const { campaign, scenario } = store;
  address.write(campaign.campaign, scenario);
  change({ waiting: true, refused: false, progress: null });
  askWhatIf({ campaign, scenario });
  const others = beyondBudget(scenario);
  const question = campaign.campaign + JSON.stringify(others);
  if (question !== curveOf) {
    curveOf = question;
    change({ curveWaiting: true });
    askCurve({ campaign, scenario: others });
  }
}

watch(['campaign'], ({ campaign }) => change({ saved: saved.read(campaign.campaign), asItIs: null, answer: null, frontier: null }));

async function start() {
  try {
    const campaigns = await service.campaigns();
    const asked = address.read();
    const campaign = campaigns.find((one) => one.campaign === asked.campaign) ?? campaigns[0];
    views.mount();
    watch(['campaign', 'scenario'], ask);
    change({ campaigns, campaign, scenario: campaign.campaign === asked.campaign ? asked.scenario : {} });
  } catch (failure) {
    showFailure(failure);
  }
}

addEventListener('hashchange', () => {
  const asked = address.read();
  const campaign = store.campaigns.find((one) => one.campaign === asked.campaign);
  if (campaign) {
    change({ campaign, scenario: asked.scenario });
  }
});

start();
