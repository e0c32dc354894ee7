/** Where it goes: channel × segment, as a table whose cells are shaded. */
import { element, fill, heading, labelled } from '../elements.js';
import { count, rounded, signed } from '../data/numbers.js';
import { store, watch } from '../data/store.js';

const MEASURES = { sends: ['Sends', count], value_sum: ['Value', rounded], spend: ['Spend', rounded] };
/** In percent: the deepest shade that ink is still read on. */
const DEEPEST = 62;
const chosen = { column: null, measure: 'sends', change: false };

export function mount() {
  watch(['answer', 'waiting'], draw);
}

function draw({ answer, asItIs, waiting }) {
  const section = document.getElementById('heat');
  section.classList.toggle('waiting', waiting);
  const columns = [...new Set((answer?.cells || []).map((cell) => cell.column))];
  section.hidden = columns.length === 0;
  if (waiting || section.hidden) {
    return;
  }
  chosen.column = columns.includes(chosen.column) ? chosen.column : columns[0];
  const comparable = (asItIs.cells || []).some((cell) => cell.column === chosen.column);
  chosen.change &&= comparable;
  fill(section, heading('heat-title', 'Where it goes', choices(columns, comparable)), map(answer, asItIs));
}

function choices(columns, comparable) {
  const select = (label, key, all) => labelled(label, element('select', { id: `heat-${key}`, onchange: (event) => pick(key, event.target) },
    all.map(([value, text]) => element('option', { value, selected: chosen[key] === value }, text))));
  const change = element('input', { type: 'checkbox', id: 'heat-change', onchange: (event) => pick('change', event.target) });
  change.checked = chosen.change;
  return element('div.choices', {},
    columns.length > 1 && select('By', 'column', columns.map((name) => [name, name])),
    select('Show', 'measure', Object.entries(MEASURES).map(([key, [name]]) => [key, name])),
    comparable && element('label.check', {}, change, 'change'));
}

function pick(key, field) {
  chosen[key] = field.type === 'checkbox' ? field.checked : field.value;
  const id = field.id;
  draw(store);
  document.getElementById(id)?.focus();
}

function map(answer, asItIs) {
  const own = answer.cells.filter((cell) => cell.column === chosen.column);
  const channels = [...new Set(own.map((cell) => cell.channel))];
  const values = [...new Set(own.map((cell) => cell.value))];
  const at = (from, channel, value) =>
    (from.cells || []).find((cell) => cell.column === chosen.column && cell.channel === channel && cell.value === value)?.[chosen.measure] ?? 0;
  const shown = (channel, value) => at(answer, channel, value) - (chosen.change ? at(asItIs, channel, value) : 0);
  const most = Math.max(1e-9, ...channels.flatMap((channel) => values.map((value) => Math.abs(shown(channel, value)))));
  const [name, format] = MEASURES[chosen.measure];
  const words = chosen.change ? (value) => signed(value, format) : format;
  const caption = `${name} by channel and ${chosen.column}${chosen.change ? ', change from as it is' : ''}`;
  const table = element('table.heat', {},
    element('caption.spoken', {}, caption),
    element('thead', {}, element('tr', {}, element('td'), values.map((value) => element('th', { scope: 'col' }, value)), element('th', { scope: 'col' }, 'all'))),
    element('tbody', {}, channels.map((channel) => row(channel, values.map((value) => shown(channel, value)), most, words))));
  table.style.setProperty('--columns', values.length + 1);
  return element('div.scroll', { tabindex: 0, role: 'region', 'aria-label': caption }, table);
}

function row(channel, cells, most, words) {
  return element('tr', {}, element('th', { scope: 'row' }, channel),
    cells.map((value) => shaded(value, most, words)),
    element('td.total', {}, words(cells.reduce((sum, value) => sum + value, 0))));
}

function shaded(value, most, words) {
  const share = Math.abs(value) / most;
  const cell = element(value < 0 ? 'td.less' : 'td.more', {}, words(value));
  cell.style.setProperty('--share', `${Math.round(share * DEEPEST)}%`);
  return cell;
}
