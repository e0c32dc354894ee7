/**
 * Asks one question at a time. While one is on its way only the newest other one waits, and an answer that came too late for the page
 * is dropped: however fast a slider is dragged, the service has one question of it in hand, and the last one wins.
 *
 * @param ask (question, signal) → a promise of the answer; the signal says that nobody waits for it any more
 * @param delay in milliseconds: how long a question must have stood before it is asked
 * @param heard told {answer} or {failure}, for the last question only
 */
export function lastQuestion(ask, delay, heard) {
  let timer = 0;
  let next = null;
  let running = null;

  async function go() {
    const own = new AbortController();
    running = own;
    const { question } = next;
    next = null;
    const result = await outcome(() => ask(question, own.signal));
    running = null;
    if (next) {
      go();
    } else if (!own.signal.aborted) {
      heard(result);
    }
  }

  return (question) => {
    running?.abort();
    clearTimeout(timer);
    timer = setTimeout(() => {
      next = { question };
      if (!running) {
        go();
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
