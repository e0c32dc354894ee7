/** On request: what each limit 5 % tighter and looser would do, by planning anew around each. */
import { element, fill, say } from '../elements.js';
import { signed } from '../data/numbers.js';
import * as service from '../data/service.js';
import { store, watch } from '../data/store.js';
import { showFailure } from './notice.js';

const COLUMNS = ['Limit', '5 % tighter', '5 % looser'];
const place = element('div.sensitivity', { role: 'status' });
const button = element('button', { type: 'button', onclick: ask }, 'Try each limit 5 % tighter and looser');

export function mount(parent) {
  parent.append(place);
  watch(['answer', 'waiting'], ({ answer, waiting }) => fill(place, answer && !waiting && answer.limits.length > 0 && button));
}

async function ask() {
  const { campaign, scenario, answer } = store;
  fill(place, element('p.quiet', {}, 'Planning around every limit …'));
  try {
    const limits = await service.sensitivity(campaign.campaign, scenario);
    if (store.answer === answer) {
      show(limits, campaign.currency);
    }
  } catch (failure) {
    fill(place, button);
    showFailure(failure);
  }
}

function show(limits, currency) {
  const caption = `What each limit 5 % tighter or looser does to the value, in ${currency}`;
  fill(place, element('div.scroll', { tabindex: 0, role: 'region', 'aria-label': caption },
    element('table.story', {},
      element('caption', {}, caption),
      element('thead', {}, element('tr', {}, COLUMNS.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, limits.map((limit) => element('tr', {},
        element('th', { scope: 'row' }, limit.limit),
        [limit.tighter, limit.looser].map((value) => element('td', {}, value === undefined ? 'no plan' : signed(value)))))))));
  say(caption);
}
