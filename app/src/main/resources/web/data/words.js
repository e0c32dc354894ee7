import { amount, count, even } from './numbers.js';
import { ruleWords } from './rules.js';

/** What a scenario changes, as a planner would say it. */
export function scenarioWords(scenario) {
  const parts = [
    scenario.budget !== undefined && `budget ${typeof scenario.budget === 'number' ? even(scenario.budget) : scenario.budget}`,
    ...(scenario.without || []).map((what) => `no ${what}`),
    ...(scenario.limits || []).map((limit) => `${limit.limit} at most ${limit.at_most}`),
    ...(scenario.contacts || []).map((one) => `cap ${one.cap} at most ${one.at_most}`),
    ...(scenario.drop || []).map((limit) => `no limit “${limit}”`),
    ...(scenario.rules || []).map(ruleWords),
    ...(scenario.costs || []).map(costWords),
    scenario.margin !== undefined && `profit at margin ${scenario.margin}`,
    scenario.haircut !== undefined && `uplift ${scenario.haircut} standard errors lower`,
    scenario.only && `only ${scenario.only}`,
    scenario.exclude && `not ${scenario.exclude}`,
    scenario.holdout && `${amount(scenario.holdout * 100)} % held out`,
  ].filter(Boolean);
  return parts.length ? parts.join(', ') : 'the campaign as it is';
}

function costWords(cost) {
  const parts = [
    cost.per_send !== undefined && `${cost.per_send} a send`,
    cost.per_order !== undefined && `${cost.per_order} an order`,
  ];
  return `${cost.of} costs ${parts.filter(Boolean).join(' and ')} more`;
}

/** Offers of one customer, as a sum. */
export const offers = (ids) => (ids.length ? ids.join(' + ') : 'nothing');

export const people = (number) => `${count(number)} ${number === 1 ? 'customer' : 'customers'}`;

/** What becomes of customers, in what is not the same for them. */
export function moveWords({ from, to, customers }) {
  const gone = from.filter((offer) => !to.includes(offer));
  const come = to.filter((offer) => !from.includes(offer));
  const kept = to.filter((offer) => from.includes(offer));
  return { name: swap(gone, come), note: people(customers) + beside(from, to, kept) };
}

function swap(gone, come) {
  if (gone.length === 0 && come.length === 0) return 'Valued otherwise';
  if (gone.length === 0) return `+ ${offers(come)}`;
  return come.length === 0 ? `− ${offers(gone)}` : `${offers(gone)} → ${offers(come)}`;
}

function beside(from, to, kept) {
  if (kept.length) return ` who keep ${offers(kept)}`;
  if (from.length === 0) return ' who got nothing';
  return to.length === 0 ? ' who get nothing now' : '';
}

/** With a capital and a full stop. */
export const sentence = (text) => text[0].toUpperCase() + text.slice(1).replace(/[.]?$/, '.');
