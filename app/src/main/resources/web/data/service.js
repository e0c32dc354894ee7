/** The calls of the REST service behind the page. Every refusal is a Refusal, in words. */
import { Refusal, asked, sent } from './http.js';
import { followed, result, stop } from './jobs.js';

/** What takes longer goes on as a job, which tells how far it is and ends when nobody waits for it. */
const SOON_MS = 1500;
const POINTS = 20;
const FEWEST = 2;

export const campaigns = async () => (await asked('GET', '/v1/campaigns')).campaigns;

export const whatIf = (campaign, scenario, signal, progress) =>
  answered('/v1/what-if', { campaign, scenario }, signal, progress);

/** What each change does on top of those before it. */
export const steps = async (campaign, scenario, signal) =>
  (await answered('/v1/what-if', { campaign, scenario, waterfall: true }, signal)).scenarios[0].waterfall;

/** What each limit 5 % tighter and looser would do. */
export const sensitivity = async (campaign, scenario) =>
  (await answered('/v1/what-if', { campaign, scenario, sensitivity: true })).scenarios[0].sensitivity;

export const frontier = (campaign, scenario, signal) =>
  answered('/v1/frontier', { campaign, scenario, points: POINTS }, signal);

/** The cheapest budget whose plan is worth so much. */
export const reaching = async (campaign, scenario, reach, signal) =>
  (await answered('/v1/frontier', { campaign, scenario, points: FEWEST, reach }, signal)).reaching;

export const explain = (campaign, scenario, customer) =>
  answered('/v1/explain', { campaign, scenario, customer });

/**
 * Plans for good, and gives the CSV.
 *
 * @param begun told how to end it with the best plan so far
 * @param progress told how far it is
 */
export async function planCsv(campaign, scenario, begun, progress) {
  const location = (await sent('POST', '/v1/plans', { campaign, scenario })).headers.get('Location');
  begun(() => stop(location));
  const job = await followed(location, undefined, progress);
  if (job.state === 'failed' || job.value === undefined) {
    throw new Refusal(200, { title: 'No plan', detail: job.detail || `The job is ${job.state}.` });
  }
  return { job, csv: await (await sent('GET', `${location}/plan.csv`)).blob() };
}

async function answered(path, body, signal, progress) {
  const reply = await sent('POST', `${path}?deadline_ms=${SOON_MS}`, body, signal);
  return reply.status === 202 ? result(await followed(reply.headers.get('Location'), signal, progress)) : reply.json();
}
