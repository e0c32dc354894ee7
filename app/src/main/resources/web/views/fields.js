/** Fields of the controls: each writes into the scenario, and shows what stands there unless it is being typed in. */
import { element } from '../elements.js';
import { change, store } from '../data/store.js';

/** Changes the scenario by a function of data/scenario.js. */
export function changed(how) {
  change({ scenario: how(store.scenario) });
}

/**
 * A number that may be absent.
 *
 * @param label for fields without one beside them; null where there is one
 * @param read scenario → number or null
 * @param write (scenario, number or null) → scenario
 */
export function numberField(label, read, write, attributes = {}) {
  const field = element('input', { type: 'number', step: 'any', inputmode: 'decimal', ...attributes, onchange: () => {
    if (field.checkValidity()) {
      changed((scenario) => write(scenario, field.value === '' ? null : Number(field.value)));
    } else {
      field.reportValidity();
    }
  } });
  if (label) {
    field.setAttribute('aria-label', label);
  }
  return { field, sync: ({ scenario }) => show(field, read(scenario) ?? '') };
}

export function textField(key, placeholder, write) {
  const field = element('input', { type: 'text', placeholder, spellcheck: 'false', autocomplete: 'off', onchange: () => changed((scenario) => write(scenario, field.value.trim())) });
  return { field, sync: ({ scenario }) => show(field, scenario[key] ?? '') };
}

/** One that speaks of the campaign's own customers. */
export function condition({ segments: [column] }) {
  return column ? `${column.column} = '${column.values[0]}'` : "region = 'north'";
}

function show(field, value) {
  if (document.activeElement !== field) {
    field.value = value;
  }
}

/**
 * Controls that belong together, which can be folded away; tells whether the scenario changes any of its keys.
 *
 * @param keys of the scenario
 */
export function group(title, keys, open, ...children) {
  const mark = element('small', {}, 'changed');
  const node = element('details.group', { open },
    element('summary', {}, element('span', {}, title), mark),
    element('div.body', { role: 'group', 'aria-label': title }, children));
  const sync = ({ scenario }) => {
    mark.hidden = !keys.some((key) => key in scenario);
  };
  return { node, sync };
}

/** One group and the controls in it, kept in step with the scenario. */
export function grouped(parent, controls) {
  return { node: parent.node, sync: (now) => [parent, ...controls].forEach((one) => one.sync(now)) };
}
