/** What went wrong, in words; asks for the key where the service wants one. */
import { element, fill, labelled } from '../elements.js';
import { useKey } from '../data/service.js';

const place = () => document.getElementById('notice');

export function clearNotice() {
  fill(place());
}

export function showFailure(failure) {
  const lines = failure.lines || [];
  fill(place(), element('div.notice', {},
    element('strong', {}, failure.title || 'Something on this page failed'),
    lines.length ? element('ul', {}, lines.map((line) => element('li', {}, line))) : element('p', {}, failure.message),
    failure.status === 422 && element('small', {}, 'The figures are still those of the last scenario that could be planned.'),
    failure.status === 401 && keyForm(),
    element('button.quiet', { type: 'button', 'aria-label': 'Dismiss', onclick: clearNotice }, '×')));
}

function keyForm() {
  const key = element('input', { type: 'password', autocomplete: 'off', required: true });
  return element('form.line', { onsubmit: (event) => {
    event.preventDefault();
    useKey(key.value.trim());
    location.reload();
  } }, labelled('API key', key), element('button', {}, 'Use it'));
}
