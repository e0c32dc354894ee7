/** One request, with the key, and a Refusal in words for whatever is no answer. */
const KEY = 'marginal.key';
const LONGEST_PAUSE_S = 10;
const TRIES = 4;
const TITLES = {
  401: 'The service asks for its key',
  403: 'Not allowed from here',
  404: 'Not there',
  413: 'Too much at once',
  422: 'This cannot be planned',
  429: 'The service is busy',
  500: 'The service failed',
  503: 'The service takes no questions now',
};

export const pause = (milliseconds) => new Promise((wake) => setTimeout(wake, milliseconds));

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

/** Keeps the key that a service asks for beyond loopback, for as long as the tab is open. */
export const useKey = (key) => sessionStorage.setItem(KEY, key);

/** The key is not the one; true if there was one. */
export function forgetKey() {
  const had = sessionStorage.getItem(KEY) !== null;
  sessionStorage.removeItem(KEY);
  return had;
}

export const asked = async (method, path) => (await sent(method, path)).json();

/**
 * The reply, if it is one; a service that is busy is asked again when it says so.
 *
 * @param signal that nobody waits any more: a busy service is not asked again
 */
export async function sent(method, path, body, signal, tries = TRIES) {
  const reply = await fetched(path, { method, headers: headers(body), body: body && JSON.stringify(body) });
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

function headers(body) {
  const key = sessionStorage.getItem(KEY);
  return { ...(key && { Authorization: `Bearer ${key}` }), ...(body && { 'Content-Type': 'application/json' }) };
}

async function fetched(path, request) {
  try {
    return await fetch(path, request);
  } catch {
    throw new Refusal(0, { title: 'No connection', detail: 'The service does not answer. Is `marginal serve` still running?' });
  }
}
