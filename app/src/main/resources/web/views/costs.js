/** What offers cost more, or less. */
import { element } from '../elements.js';
import { amount } from '../data/numbers.js';
import { hasPayers } from '../data/offers.js';
import { costOf, withCost } from '../data/scenario.js';
import { group, grouped, numberField } from './fields.js';

export function costs(campaign, scenario) {
  const rows = campaign.offers.map((offer) => row(offer));
  const node = group('Costs, more or less', ['costs'], 'costs' in scenario, element('table.costs', {},
    element('thead', {}, element('tr', {}, ['', 'a send', 'an order'].map((name) => element(name ? 'th' : 'td', name ? { scope: 'col' } : {}, name)))),
    element('tbody', {}, rows.map((one) => one.node))),
  hasPayers(campaign) && element('p.quiet', {}, 'Costs are told whole. Of what others pay a part of, spend counts the rest; the campaign file says how large the parts are.'));
  return grouped(node, rows);
}

function row(offer) {
  const cells = [cell(offer, 'per_send', 'a send', offer.cost_per_send), cell(offer, 'per_order', 'an order', offer.cost_per_order)];
  return {
    node: element('tr', {}, element('th', { scope: 'row' }, offer.offer), cells.map((one) => element('td', {}, one.field))),
    sync: (now) => cells.forEach((one) => one.sync(now)),
  };
}

function cell(offer, per, words, now = 0) {
  return numberField(`${offer.offer} costs so much more ${words}; now ${price(now)}`,
    (scenario) => costOf(scenario, offer.offer, per),
    (scenario, value) => withCost(scenario, offer.offer, per, value === 0 ? null : value),
    { step: 0.01, placeholder: `${price(now)} +`, title: `now ${price(now)} ${words}` });
}

/** Thousandths where they are part of the price. */
const price = (value) => (Math.abs(value * 100 - Math.round(value * 100)) > 1e-9 ? String(value) : amount(value));
