import { amount, even } from './numbers.js';

/** What a scenario changes, as a planner would say it. */
export function scenarioWords(scenario) {
  const parts = [
    scenario.budget !== undefined && `budget ${typeof scenario.budget === 'number' ? even(scenario.budget) : scenario.budget}`,
    ...(scenario.without || []).map((what) => `no ${what}`),
    ...(scenario.limits || []).map((limit) => `${limit.limit} at most ${limit.at_most}`),
    ...(scenario.drop || []).map((limit) => `no limit “${limit}”`),
    ...(scenario.rules || []).map(ruleWords),
    ...(scenario.costs || []).map(costWords),
    scenario.margin !== undefined && `profit at margin ${scenario.margin}`,
    scenario.only && `only ${scenario.only}`,
    scenario.exclude && `not ${scenario.exclude}`,
    scenario.holdout && `${amount(scenario.holdout * 100)} % held out`,
  ].filter(Boolean);
  return parts.length ? parts.join(', ') : 'the campaign as it is';
}

export function ruleWords(rule) {
  const rest = Object.entries(rule).filter(([key]) => key !== 'rule');
  return [rule.rule, ...rest.flat()].join(' ').replaceAll('_', ' ').replace('roi', 'ROI');
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
