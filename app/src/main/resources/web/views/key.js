/** Asks for the key of a service that wants one; the key stays in this tab. */
import { element, fill, labelled } from '../elements.js';
import { forgetKey, useKey } from '../data/http.js';

const dialog = element('dialog', { id: 'key-dialog', 'aria-labelledby': 'key-title' });

export function askForKey() {
  if (dialog.open) {
    return;
  }
  const refused = forgetKey();
  const key = element('input', { type: 'password', autocomplete: 'off', spellcheck: 'false', required: true });
  fill(dialog, element('form', { onsubmit: (event) => {
    event.preventDefault();
    useKey(key.value.trim());
    location.reload();
  } },
    element('h2', { id: 'key-title' }, 'This service asks for its key'),
    element('p.quiet', {}, 'It is the line of the file given to ', element('code', {}, 'marginal serve --key-file'), '. This tab keeps it until it is closed.'),
    refused && element('p.refused', { role: 'alert' }, 'The key was not accepted.'),
    labelled('API key', key),
    element('button.primary', {}, 'Use it')));
  document.body.append(dialog);
  dialog.showModal();
}
