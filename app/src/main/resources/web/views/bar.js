/** Which campaign, and light or dark. */
import { element, fill, labelled } from '../elements.js';
import { count } from '../data/numbers.js';
import { change, store, watch } from '../data/store.js';

const THEME = 'marginal.theme';
const THEMES = ['auto', 'light', 'dark'];

export function mount() {
  watch(['campaigns', 'campaign'], campaigns);
  theme(localStorage.getItem(THEME) || 'auto');
}

function campaigns({ campaigns: all, campaign }) {
  const choice = element('select', { onchange: chosen }, all.map((one) =>
    element('option', { value: one.campaign, selected: one === campaign }, one.campaign)));
  fill(document.getElementById('campaign-choice'),
    labelled('Campaign', choice),
    element('span.quiet', {}, `${count(campaign.customers)} customers, ${campaign.currency}`));
}

function chosen(event) {
  change({ campaign: store.campaigns.find((one) => one.campaign === event.target.value), scenario: {} });
}

function theme(current) {
  if (current === 'auto') {
    delete document.documentElement.dataset.theme;
  } else {
    document.documentElement.dataset.theme = current;
  }
  localStorage.setItem(THEME, current);
  const buttons = THEMES.map((name) =>
    element('button', { type: 'button', 'aria-pressed': name === current, onclick: () => theme(name) }, name));
  const focused = document.getElementById('theme-choice').contains(document.activeElement);
  fill(document.getElementById('theme-choice'), element('div.segmented', { role: 'group', 'aria-label': 'Colours' }, buttons));
  if (focused) {
    buttons[THEMES.indexOf(current)].focus();
  }
}
