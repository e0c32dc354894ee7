/** One customer: what each offer would bring, what it costs, what the prices charge, and what was chosen. */
import { element, fill, heading, labelled } from '../elements.js';
import { amount } from '../data/numbers.js';
import * as service from '../data/service.js';
import { store, watch } from '../data/store.js';

const id = element('input', { type: 'text', autocomplete: 'off', spellcheck: 'false', required: true });
const place = element('div', { 'aria-live': 'polite' });

export function mount() {
  const form = element('form.line.lookup', { onsubmit: (event) => {
    event.preventDefault();
    look();
  } }, labelled('Customer', id), element('button', {}, 'Look up'));
  fill(document.getElementById('customer'), heading('customer-title', 'One customer'), form, place);
  watch(['scenario', 'campaign'], () => fill(place));
}

async function look() {
  const { campaign, scenario } = store;
  try {
    const story = await service.explain(campaign.campaign, scenario, id.value.trim());
    fill(place, verdict(story), table(story, campaign));
  } catch (failure) {
    fill(place, element('p.refused', {}, failure.lines?.[0] ?? failure.message));
  }
}

function verdict(story) {
  return element('p.verdict', {}, `${story.customer} gets `, element('strong', {}, story.chosen.join(' and ') || 'nothing'), '.');
}

function table(story, campaign) {
  const columns = ['Offer', 'Uplift', 'Value', 'Cost', 'Prices charge', 'Left'];
  return element('div.scroll', { tabindex: 0, role: 'region', 'aria-label': `Offers of ${story.customer}, in ${campaign.currency}` },
    element('table.story', {},
      element('caption.spoken', {}, `Offers of ${story.customer}, in ${campaign.currency}`),
      element('thead', {}, element('tr', {}, columns.map((name) => element('th', { scope: 'col' }, name)))),
      element('tbody', {}, story.offers.flatMap(rows))));
}

function rows(offer) {
  const charged = offer.charges.reduce((sum, charge) => sum + charge.amount, 0);
  const figures = [offer.uplift, offer.value, offer.cost, charged, offer.reduced_value];
  return [
    element(offer.chosen ? 'tr.sent' : 'tr', {},
      element('th', { scope: 'row' }, offer.offer, element('small', {}, fate(offer))),
      figures.map((value) => element('td', {}, value === undefined || value === null ? '–' : amount(value)))),
    offer.charges.length > 0 && element('tr.words', {}, element('td', { colspan: 6 }, charges(offer))),
  ].filter(Boolean);
}

const charges = (offer) => `Prices charge ${offer.charges.map((charge) => `${amount(charge.amount)} for ${charge.limit}`).join(', ')}.`;

function fate(offer) {
  if (offer.chosen) {
    return 'sent';
  }
  if (!offer.open) {
    return 'may not be sent';
  }
  return offer.reduced_value > 0 ? 'not sent: others leave more, or no room' : 'not sent: prices take all it brings';
}
