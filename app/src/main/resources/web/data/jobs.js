/** Answers that take their time: jobs of the service, followed until they are over. */
import { Refusal, asked, pause, sent } from './http.js';

const PATIENCE_MS = 700;
const isOver = (job) => job.state !== 'queued' && job.state !== 'running';

/**
 * Waits until a job is over.
 *
 * @param signal that nobody waits for it any more: the job is ended
 * @param progress told how far it is
 * @returns the job as it ended
 */
export async function followed(location, signal, progress = () => {}) {
  const end = () => stop(location);
  signal?.addEventListener('abort', end, { once: true });
  try {
    signal?.aborted && end();
    return (await listened(location, progress)) ?? (await polled(location, signal, progress));
  } finally {
    signal?.removeEventListener('abort', end);
  }
}

/** Ends a job; what it has by then is kept. */
export const stop = (location) => sent('DELETE', location).catch(() => null);

/** What became of a job, or why it has none. */
export function result(job) {
  if (job.state !== 'done') {
    const { status = 200, ...problem } = job.problem ?? { title: 'No answer', detail: job.detail || `The job is ${job.state}.` };
    throw new Refusal(status, problem);
  }
  return job.result;
}

/** By its events; null where the service would not tell them to the end. */
async function listened(location, progress) {
  try {
    const reply = await sent('GET', `${location}/events`);
    let last = null;
    for await (const job of events(reply.body)) {
      last = job;
      isOver(job) || progress(job);
    }
    return last && isOver(last) ? last : null;
  } catch {
    return null;
  }
}

/** The data of server-sent events, which EventSource could not ask for with a key. */
async function* events(body) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (text + part.value).split('\n\n');
    text = blocks.pop();
    for (const block of blocks) {
      const data = block.split('\n').filter((line) => line.startsWith('data:')).map((line) => line.slice(5)).join('\n');
      if (data) yield JSON.parse(data);
    }
  }
}

async function polled(location, signal, progress) {
  for (;;) {
    const job = await asked('GET', location);
    if (isOver(job) || signal?.aborted) {
      return job;
    }
    progress(job);
    await pause(PATIENCE_MS);
  }
}
