/** What went wrong, in words. */
import { element, fill } from '../elements.js';
import { store } from '../data/store.js';
import { askForKey } from './key.js';

const place = () => document.getElementById('notice');

export function clearNotice() {
  fill(place());
}

/** Says what the service would not do; asks for the key where that is missing. */
export function showFailure(failure) {
  if (failure.status === 401) {
    askForKey();
    return;
  }
  const lines = failure.lines || [];
  fill(place(), element('div.notice', {},
    element('strong', {}, failure.title || 'Something on this page failed'),
    lines.length ? element('ul', {}, lines.map((line) => element('li', {}, line))) : element('p', {}, failure.message),
    failure.status === 422 && store.answer && element('small', {}, 'The figures are still those of the last scenario that could be planned.'),
    element('button.quiet', { type: 'button', 'aria-label': 'Dismiss', onclick: clearNotice }, '×')));
}
