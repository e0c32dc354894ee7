/** A form that adds a rule of any kind to the scenario. */
import { element, fill, labelled } from '../elements.js';
import { kindsFor } from '../data/rules.js';
import { withRule } from '../data/scenario.js';
import { changed, condition } from './fields.js';

export function newRule(campaign) {
  const kinds = kindsFor(campaign);
  const kind = element('select', { onchange: () => show() }, kinds.map((one) => element('option', { value: one.rule }, one.title)));
  const place = element('div.sentence');
  const form = element('form', { onsubmit: (event) => {
    event.preventDefault();
    changed((scenario) => withRule(scenario, { rule: kind.value, ...values(fields) }));
    show();
  } }, labelled('Kind of rule', kind), place, element('button', {}, 'Add'));
  let fields = [];
  function show() {
    fields = kinds.find((one) => one.rule === kind.value).fields.map((one) => field(one, campaign));
    requireOneOf(fields);
    fill(place, fields.map((one) => one.node));
  }
  show();
  return element('details.rule', {}, element('summary', {}, 'Add a rule'), form);
}

const values = (fields) => Object.fromEntries(fields.flatMap((one) => one.entries?.() ?? [[one.key, one.read()]]).filter(([, value]) => value !== null));

/** Where any of several amounts makes a rule, the first asks for one of them. */
function requireOneOf(fields) {
  const amounts = fields.filter((one) => one.oneOf);
  const check = () => amounts[0].input.setCustomValidity(amounts.some((one) => one.read() !== null) ? '' : 'Say at least one of these amounts.');
  amounts.forEach((one) => one.input.addEventListener('input', check));
  amounts.length > 0 && check();
}

const NUMBERS = {
  whole: { min: 0, step: 1 },
  money: { min: 0, step: 'any' },
  share: { min: 0, max: 1, step: 'any', placeholder: '0.4' },
  ratio: { min: 0, step: 'any', placeholder: '2' },
};

function field({ key, type, label, optional = false, oneOf = false, least, ...rest }, campaign) {
  if (type === 'offers') {
    return { key, ...offers(label, campaign.offers.map((one) => one.offer), least) };
  }
  if (type === 'payers') {
    return payers(label, campaign.segments);
  }
  const input = type in NUMBERS
    ? element('input', { type: 'number', inputmode: 'decimal', required: !optional && !oneOf, ...NUMBERS[type], ...rest })
    : type === 'condition' ? element('input', { type: 'text', placeholder: condition(campaign), spellcheck: 'false', autocomplete: 'off' })
      : element('select', {}, choices(type, campaign).map(([value, text]) => element('option', { value }, text)));
  const read = () => (input.value.trim() === '' ? null : type in NUMBERS ? Number(input.value) : input.value.trim());
  return { key, input, oneOf, read, node: labelled(label, input) };
}

function choices(type, campaign) {
  const same = (all) => all.map((one) => [one, one]);
  switch (type) {
    case 'channel or any': return [['any', 'any channel'], ...same(campaign.channels)];
    case 'column': return same(campaign.segments.map((one) => one.column));
    case 'measure': return same(['spend', 'sends']);
    default: return same(campaign.channels);
  }
}

/** Offers to tick, so many or more. */
function offers(label, names, least) {
  const boxes = names.map((name) => element('input', { type: 'checkbox', value: name }));
  const ticked = () => boxes.filter((box) => box.checked).map((box) => box.value);
  const check = () => boxes[0].setCustomValidity(ticked().length < least ? `Tick ${least === 1 ? 'an offer' : 'two offers'} or more.` : '');
  check();
  const node = element('fieldset', { onchange: check }, element('legend', {}, label),
    boxes.map((box) => element('label.check', {}, box, box.value)));
  return { node, read: ticked };
}

const NOBODY = '(missing)';

/** A payer for every value of a column, or one of all, and what each has. */
function payers(label, segments) {
  const column = element('select', { onchange: () => show() }, segments.map((one) => element('option', { value: one.column }, `each ${one.column}`)), element('option', { value: '' }, 'one for all'));
  const place = element('div.payers');
  let budgets = [];
  function show() {
    const names = segments.find((one) => one.column === column.value)?.values.filter((name) => name !== NOBODY) ?? [''];
    budgets = names.map((name) => ({ name, input: element('input', { type: 'number', inputmode: 'decimal', ...NUMBERS.money }) }));
    const check = () => budgets[0].input.setCustomValidity(given().length > 0 ? '' : 'Say what at least one of them has; the others pay nothing.');
    budgets.forEach(({ input }) => input.addEventListener('input', check));
    check();
    fill(place, budgets.map(({ name, input }) => labelled(`${name || 'They'}, at most`, input)));
  }
  const given = () => budgets.filter(({ input }) => input.value.trim() !== '').map(({ name, input }) => [name, Number(input.value)]);
  const entries = () => (column.value ? [['by', column.value], ['max_spend', Object.fromEntries(given())]] : [['max_spend', given()[0][1]]]);
  show();
  return { node: element('div.sentence', {}, labelled(label, column), place), entries };
}
