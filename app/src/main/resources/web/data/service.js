/** The REST service behind the page. Every refusal becomes a Refusal, in words. */
const KEY = 'marginal.key';
const PATIENCE_MS = 700;
const LONGEST_PAUSE_S = 10;
const TITLES = {
  401: 'The service asks for its key',
  404: 'Not there',
  422: 'This cannot be planned',
  429: 'The service is busy',
  500: 'The service failed',
  503: 'The service is busy',
};

const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

/** What the service would not do, as its problem+json says it. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || 'The service refused.');
    this.status = status;
    this.title = TITLES[status] || problem.title || 'Refused';
    this.lines = (problem.errors || []).map(faultWords);
  }
}

function faultWords({ subject, value, expectation, advice }) {
  return [subject, value && `(${value})`, expectation].filter(Boolean).join(' ').replace(/\.?$/, '.') + (advice ? ` ${advice}` : '');
}

export const campaigns = async () => (await asked('GET', '/v1/campaigns')).campaigns;

export const whatIf = (campaign, scenario, signal) =>
  answered('/v1/what-if', { campaign, scenario }, signal);

export const frontier = (campaign, scenario, signal) =>
  answered('/v1/frontier', { campaign, scenario, points: 20 }, signal);

export const compare = (campaign, scenarios, signal) =>
  answered('/v1/compare', { campaign, scenarios }, signal);

export const explain = (campaign, scenario, customer) =>
  answered('/v1/explain', { campaign, scenario, customer });

/** Plans for good, tells how far it is, and gives the CSV. */
export async function planCsv(campaign, scenario, progress) {
  const reply = await sent('POST', '/v1/plans', { campaign, scenario });
  const job = await finished(reply.headers.get('Location'), undefined, progress);
  if (job.state !== 'done') {
    throw new Refusal(200, { title: 'No plan', detail: job.detail || `The job is ${job.state}.` });
  }
  return (await sent('GET', reply.headers.get('Location') + '/plan.csv')).blob();
}

/** Keeps the key that a service asks for beyond loopback, for as long as the tab is open. */
export function useKey(key) {
  sessionStorage.setItem(KEY, key);
}

/** An answer at once, or that of the job which the service made of the question. */
async function answered(path, body, signal) {
  const reply = await sent('POST', path, body, signal);
  if (reply.status !== 202) {
    return reply.json();
  }
  const job = await finished(reply.headers.get('Location'), signal);
  if (job.state !== 'done') {
    throw new Refusal(200, { title: 'No answer', detail: job.detail || `The job is ${job.state}.` });
  }
  return job.result;
}

async function finished(location, signal, progress = () => {}) {
  for (;;) {
    const job = await asked('GET', location, undefined, signal);
    if (job.state !== 'queued' && job.state !== 'running') {
      return job;
    }
    progress(job);
    await pause(PATIENCE_MS);
  }
}

async function asked(method, path, body, signal) {
  return (await sent(method, path, body, signal)).json();
}

async function sent(method, path, body, signal, tries = 3) {
  const headers = {};
  const key = sessionStorage.getItem(KEY);
  if (key) {
    headers.Authorization = `Bearer ${key}`;
  }
  if (body) {
    headers['Content-Type'] = 'application/json';
    headers['Idempotency-Key'] = crypto.randomUUID?.() ?? String(Math.random()).slice(2);
  }
  const reply = await fetched(path, { method, headers, body: body && JSON.stringify(body), signal });
  if (reply.ok) {
    return reply;
  }
  const busy = Number(reply.headers.get('Retry-After'));
  if (busy > 0 && busy <= LONGEST_PAUSE_S && tries > 1) {
    await pause(busy * 1000);
    signal?.throwIfAborted();
    return sent(method, path, body, signal, tries - 1);
  }
  const isProblem = (reply.headers.get('Content-Type') || '').includes('json');
  throw new Refusal(reply.status, isProblem ? await reply.json() : { detail: `The service answered ${reply.status} to ${path}.` });
}

async function fetched(path, request) {
  try {
    return await fetch(path, request);
  } catch (failure) {
    if (failure.name === 'AbortError') {
      throw failure;
    }
    throw new Refusal(0, { title: 'No connection', detail: 'The service does not answer. Is `marginal serve` still running?' });
  }
}
