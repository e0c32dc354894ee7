/**
 * Asks when nothing has changed for a moment, and forgets every question but the last: an answer that comes late for an older
 * question never reaches the page.
 *
 * @param ask (question, signal) → a promise of the answer
 * @param delay in milliseconds
 * @param heard told {answer} or {failure}, for the last question only
 */
export function lastQuestion(ask, delay, heard) {
  let timer = 0;
  let running = new AbortController();
  return (question) => {
    clearTimeout(timer);
    running.abort();
    running = new AbortController();
    const own = running;
    timer = setTimeout(async () => {
      const result = await outcome(() => ask(question, own.signal));
      if (!own.signal.aborted) {
        heard(result);
      }
    }, delay);
  };
}

async function outcome(ask) {
  try {
    return { answer: await ask() };
  } catch (failure) {
    return { failure };
  }
}
