/** The frontier as a line that can be read at any budget. */
import { budgetOf } from './scenario.js';

/** The points of the scenario's frontier with the answer's own, and nothing for nothing where every send costs something and no rule forbids it. */
export function curvePoints({ campaign, frontier, answer, waiting, scenario }) {
  const budget = budgetOf(scenario, campaign);
  const own = !waiting && answer && Number.isFinite(budget) && scenario.drop === undefined ? [ownPoint(answer, budget)] : [];
  const points = [...origin(campaign, frontier), ...frontier.points, ...(frontier.current ? [frontier.current] : [])];
  const others = points.filter((point) => own.length === 0 || Math.abs(point.budget - budget) > 0.005);
  return [...others, ...own].sort((one, other) => one.budget - other.budget);
}

/** What an answer says of its own budget. */
function ownPoint(answer, budget) {
  const { incremental_gmv: estimate, low, high } = answer.forecast;
  const price = answer.limits.find((limit) => limit.limit === 'budget')?.price ?? 0;
  return { budget, value: answer.value, spend: answer.spend, sends: answer.sends, next_unit_earns: price,
    incremental_gmv: (estimate ?? null) === null ? null : { estimate, low, high } };
}

function origin(campaign, frontier) {
  const costly = frontier.too_little === undefined && campaign.offers.every((offer) => offer.cost_per_send > 0);
  const gmv = frontier.points[0]?.incremental_gmv && { estimate: 0, low: 0, high: 0 };
  return costly ? [{ budget: 0, value: 0, spend: 0, sends: 0, next_unit_earns: frontier.points[0]?.next_unit_earns ?? 0, incremental_gmv: gmv }] : [];
}

/**
 * What the frontier says of a budget, straight between its points, in the shape of an answer; null where it cannot say.
 *
 * @param points as of curvePoints
 */
export function readOff(points, budget) {
  const after = points.findIndex((point) => point.budget >= budget);
  if (!points.length || after === 0 && points[0].budget > budget) {
    return null;
  }
  const to = points[after < 0 ? points.length - 1 : after];
  const from = after > 0 ? points[after - 1] : to;
  const share = to === from ? 0 : (budget - from.budget) / (to.budget - from.budget);
  const mix = (pick) => pick(from) + share * (pick(to) - pick(from));
  const measured = from.incremental_gmv && to.incremental_gmv;
  return { value: mix((p) => p.value), spend: mix((p) => p.spend), sends: mix((p) => p.sends), next: mix((p) => p.next_unit_earns),
    forecast: measured ? { incremental_gmv: mix((p) => p.incremental_gmv.estimate), low: mix((p) => p.incremental_gmv.low), high: mix((p) => p.incremental_gmv.high) } : {} };
}

/** What to show at once while the answer is on its way; null where the curve is of other rules, or says nothing. */
export function preview(now) {
  const budget = budgetOf(now.scenario, now.campaign);
  return !now.frontier || now.curveWaiting || !Number.isFinite(budget) ? null : readOff(curvePoints(now), budget);
}
