/** Elements without innerHTML, so that no text of the service is ever read as markup. */
const SVG = 'http://www.w3.org/2000/svg';

/**
 * @param kind tag and classes, such as 'p.note.quiet'
 * @param attributes 'on…' are listeners, false and null are left out, the rest are attributes
 */
export function element(kind, attributes = {}, ...children) {
  return built(document.createElement(kind.split('.')[0]), kind, attributes, children);
}

export function drawn(kind, attributes = {}, ...children) {
  return built(document.createElementNS(SVG, kind.split('.')[0]), kind, attributes, children);
}

/** Puts other children in the place of all. */
export function fill(parent, ...children) {
  parent.replaceChildren(...children.flat().filter((child) => child !== null && child !== false));
}

function built(node, kind, attributes, children) {
  const [, ...classes] = kind.split('.');
  node.classList.add(...classes);
  for (const [name, value] of Object.entries(attributes)) {
    if (name.startsWith('on')) {
      node.addEventListener(name.slice(2), value);
    } else if (name.startsWith('aria-')) {
      node.setAttribute(name, value);
    } else if (value !== false && value !== null && value !== undefined) {
      node.setAttribute(name, value === true ? '' : value);
    }
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/** A section's heading, its id being what the section is labelled by. */
export const heading = (id, text, ...beside) => element('div.heading', {}, element('h2', { id }, text), ...beside);

/** The figures of a chart for whoever would rather read them; stays open while they change. */
export function showTable(place, caption, columns, rows) {
  const region = place.querySelector('details.data > .scroll');
  if (region) {
    region.replaceChildren(table(caption, columns, rows));
  } else {
    fill(place, dataTable(caption, columns, rows));
  }
}

function dataTable(caption, columns, rows) {
  return element(
    'details.data',
    {},
    element('summary', {}, `${caption} as a table`),
    element('div.scroll', { tabindex: 0, role: 'region', 'aria-label': `${caption} as a table` }, table(caption, columns, rows)),
  );
}

function table(caption, columns, rows) {
  return element(
    'table',
    {},
    element('caption.spoken', {}, caption),
    element('thead', {}, element('tr', {}, columns.map((name) => element('th', { scope: 'col' }, name)))),
    element('tbody', {}, rows.map(([first, ...rest]) =>
      element('tr', {}, element('th', { scope: 'row' }, first), rest.map((cell) => element('td', {}, cell))))),
  );
}

let serial = 0;

/** A label and what it names, which gets an id where it has none. */
export function labelled(text, field, ...after) {
  field.id ||= `field-${++serial}`;
  return element('div.field', {}, element('label', { for: field.id }, text), field, ...after);
}

/** Says something to a screen reader. */
export function say(text) {
  document.getElementById('spoken').textContent = text;
}

const QUIET_MS = 900;
let later = 0;

/** The same when nothing else was to be said for a moment, so that dragging is not a stream of words. */
export function sayLater(text) {
  clearTimeout(later);
  later = setTimeout(() => say(text), QUIET_MS);
}

/** Lets the browser keep a text or a blob as a file. */
export function download(name, content, type) {
  const url = URL.createObjectURL(content instanceof Blob ? content : new Blob([content], { type }));
  element('a', { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
