/** Channels and their offers, each on or off. */
import { element } from '../elements.js';
import { payersWords } from '../data/offers.js';
import { isClosed, switched } from '../data/scenario.js';
import { changed, group, grouped } from './fields.js';

export function switches(campaign) {
  const rows = [];
  for (const channel of campaign.channels.map((one) => one.channel ?? one)) {
    const offers = campaign.offers.filter((offer) => offer.channel === channel);
    const apart = offers.length > 1 || offers[0]?.offer !== channel;
    rows.push(toggle(channel, 'channel', apart ? '' : payersWords(offers[0])));
    if (apart) {
      rows.push(...offers.map((offer) => toggle(offer.offer, 'offer', payersWords(offer), channel)));
    }
  }
  return grouped(group('Channels and offers', ['without'], true, element('ul.switches', {}, rows.map((row) => row.node))), rows);
}

/** @param note what else there is to say of it; empty for nothing */
function toggle(name, kind, note, channel) {
  const box = element('input', { type: 'checkbox', role: 'switch', onchange: () => changed((scenario) => switched(scenario, name, box.checked)) });
  return {
    node: element(`li.${kind}`, {}, element('label', {}, element('span', {}, name, note && element('small', {}, note)), box)),
    sync: ({ scenario }) => {
      const closed = channel !== undefined && isClosed(scenario, channel);
      box.checked = !closed && !isClosed(scenario, name);
      box.disabled = closed;
    },
  };
}
