/** A scenario is what the service takes and a scenario file holds: keys of docs/what-if.md. All functions here give a new one. */

/** Without keys that say nothing. */
function tidy(scenario) {
  return Object.fromEntries(
    Object.entries(scenario).filter(([, value]) => value !== null && value !== undefined && value !== '' && value.length !== 0),
  );
}

export const withKey = (scenario, key, value) => tidy({ ...scenario, [key]: value });

/** A budget; that of the campaign is no change. */
export function withBudget(scenario, campaign, budget) {
  return withKey(scenario, 'budget', budget === campaign.budget ? null : budget);
}

/** The budget that is asked for; Infinity for none. */
export function budgetOf(scenario, campaign) {
  const budget = scenario.budget ?? campaign.budget;
  return typeof budget === 'number' ? budget : Infinity;
}

/** The scenario that every point of the budget curve shares. */
export const beyondBudget = (scenario) => withKey(scenario, 'budget', null);

/** Closes an offer or a channel, or opens it again. */
export function switched(scenario, what, open) {
  const closed = (scenario.without || []).filter((name) => name !== what);
  return withKey(scenario, 'without', open ? closed : [...closed, what]);
}

export const isClosed = (scenario, what) => (scenario.without || []).includes(what);

/** Another ceiling by a limit's name; null for the campaign's own. */
export function withLimit(scenario, limit, atMost) {
  const others = (scenario.limits || []).filter((one) => one.limit !== limit);
  const limits = atMost === null ? others : [...others, { limit, at_most: atMost }];
  return withKey(scenario, 'limits', limits);
}

export const limitOf = (scenario, limit) => (scenario.limits || []).find((one) => one.limit === limit)?.at_most ?? null;

/** Another number of messages that a contact cap lets through; null for the campaign's own. */
export function withCap(scenario, cap, atMost) {
  const others = (scenario.contacts || []).filter((one) => one.cap !== cap);
  return withKey(scenario, 'contacts', atMost === null ? others : [...others, { cap, at_most: atMost }]);
}

export const capOf = (scenario, cap) => (scenario.contacts || []).find((one) => one.cap === cap)?.at_most ?? null;

/** What is dropped has no other ceiling. */
export function withDropped(scenario, limit, dropped) {
  const others = (scenario.drop || []).filter((name) => name !== limit);
  return dropped
    ? withKey(withCap(withLimit(scenario, limit, null), limit, null), 'drop', [...others, limit])
    : withKey(scenario, 'drop', others);
}

export const isDropped = (scenario, limit) => (scenario.drop || []).includes(limit);

/** Of the whole plan. */
const isRoi = (rule) => rule.rule === 'minimum_roi' && Object.keys(rule).length === 2;

export function withRoi(scenario, atLeast) {
  const others = (scenario.rules || []).filter((rule) => !isRoi(rule));
  return withKey(scenario, 'rules', atLeast === null ? others : [...others, { rule: 'minimum_roi', at_least: atLeast }]);
}

export const roiOf = (scenario) => (scenario.rules || []).find(isRoi)?.at_least ?? null;

/** Rules of the scenario's own, beside the minimum ROI, by their place among all rules. */
export const addedRules = (scenario) =>
  (scenario.rules || []).map((rule, place) => ({ rule, place })).filter(({ rule }) => !isRoi(rule));

export const withRule = (scenario, rule) => withKey(scenario, 'rules', [...(scenario.rules || []), rule]);

export const withoutRule = (scenario, place) =>
  withKey(scenario, 'rules', scenario.rules.filter((_, other) => other !== place));

/** What an offer costs more, per send or per order; null for no change. */
export function withCost(scenario, of, per, more) {
  const before = (scenario.costs || []).find((cost) => cost.of === of) || { of };
  const { [per]: _, ...rest } = before;
  const now = more === null ? rest : { ...rest, [per]: more };
  const others = (scenario.costs || []).filter((cost) => cost.of !== of);
  return withKey(scenario, 'costs', Object.keys(now).length > 1 ? [...others, now] : others);
}

export const costOf = (scenario, of, per) => (scenario.costs || []).find((cost) => cost.of === of)?.[per] ?? null;

/** GMV, or profit at a margin. */
export function withMargin(scenario, margin) {
  const { objective, margin: old, ...rest } = scenario;
  return margin === null ? rest : { ...rest, objective: 'profit', margin };
}

export const isEveryday = (scenario) => Object.keys(scenario).length === 0;

/** How many changes it makes. */
export function changesIn({ objective, margin, ...others }) {
  const lists = Object.values(others).map((value) => (Array.isArray(value) ? value.length : 1));
  return lists.reduce((sum, one) => sum + one, objective || margin !== undefined ? 1 : 0);
}
