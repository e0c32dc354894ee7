/** The kinds of rules that a scenario may add: the fields of each, by the keys of docs/how-do-i.md, and how a planner would say it. */
import { count, even } from './numbers.js';
import { hasPayers } from './offers.js';

const some = { key: 'where', type: 'condition', label: 'Among those where', optional: true };
const channel = { key: 'channel', type: 'channel', label: 'Channel' };
const anyChannel = { key: 'channel', type: 'channel or any', label: 'By' };
const column = { key: 'by', type: 'column', label: 'For each' };
const amounts = (...keys) => keys.map((key) => AMOUNTS[key]);
const AMOUNTS = {
  max_sends: { key: 'max_sends', type: 'whole', label: 'Sends, at most', oneOf: true },
  max_spend: { key: 'max_spend', type: 'money', label: 'Spend, at most', oneOf: true },
  min_sends: { key: 'min_sends', type: 'whole', label: 'Sends, at least', oneOf: true },
  min_spend: { key: 'min_spend', type: 'money', label: 'Spend, at least', oneOf: true },
};

const hasSegments = (campaign) => campaign.segments.length > 0;

const KINDS = [
  { rule: 'channel_cap', title: 'Ceiling of a channel', fields: [channel, ...amounts('max_sends', 'max_spend'), some],
    words: (rule) => `${rule.channel}${where(rule)}: ${bounds(rule)}` },
  { rule: 'offer_cap', title: 'Ceiling or floor of offers', fields: [{ key: 'offers', type: 'offers', label: 'Offers', least: 1 }, ...amounts('max_sends', 'max_spend', 'min_sends', 'min_spend'), some],
    words: (rule) => `${rule.offers.join(' and ')}${where(rule)}: ${bounds(rule)}` },
  { rule: 'contact_limit', title: 'Sends to one customer', fields: [anyChannel, { key: 'at_most', type: 'whole', label: 'At most', min: 1 }],
    words: (rule) => `at most ${rule.at_most} ${rule.at_most === 1 ? 'send' : 'sends'} to one customer${by(rule)}` },
  { rule: 'exclusion', title: 'One of several offers', fields: [{ key: 'offers', type: 'offers', label: 'At most one of', least: 2 }],
    words: (rule) => `at most one of ${rule.offers.join(', ')} to one customer` },
  { rule: 'minimum_reach', title: 'Floor of sends', fields: [anyChannel, { ...AMOUNTS.min_sends, oneOf: false, min: 1 }, some],
    words: (rule) => `at least ${count(rule.min_sends)} sends${by(rule)}${where(rule)}` },
  { rule: 'segment_budget', title: 'Budget of each group', fits: hasSegments, fields: [column, ...amounts('max_sends', 'max_spend', 'min_sends', 'min_spend')],
    words: (rule) => `each ${rule.by}: ${bounds(rule)}` },
  { rule: 'segment_share', title: 'Share of each group', fits: hasSegments, fields: [column, { key: 'of', type: 'measure', label: 'Share of' },
    { key: 'at_most', type: 'share', label: 'At most', oneOf: true }, { key: 'at_least', type: 'share', label: 'At least', oneOf: true }],
    words: (rule) => `each ${rule.by}: ${[least(percent(rule.at_least)), most(percent(rule.at_most))].filter(Boolean).join(' and ')} of ${rule.of}` },
  { rule: 'minimum_roi', title: 'ROI of a channel or group', fields: [anyChannel, { key: 'at_least', type: 'ratio', label: 'At least' }, some],
    words: (rule) => `ROI at least ${rule.at_least}${by(rule)}${where(rule)}` },
  { rule: 'co_funding', title: 'Budgets of others who pay a part', fits: hasPayers, fields: [{ keys: ['by', 'max_spend'], type: 'payers', label: 'Who pays' }],
    words: (rule) => `others pay at most ${payers(rule)}` },
];

/** Those that a campaign has something to say with. */
export const kindsFor = (campaign) => KINDS.filter((kind) => !kind.fits || kind.fits(campaign));

/** A rule as a planner would say it; one that the page cannot add, by its keys. */
export function ruleWords(rule) {
  const kind = KINDS.find((one) => one.rule === rule.rule);
  const known = kind && Object.keys(rule).every((key) => key === 'rule' || kind.fields.some((field) => keysOf(field).includes(key) && isPlain(rule[key], field)));
  return known ? kind.words(rule) : keyByKey(rule);
}

const keysOf = (field) => field.keys ?? [field.key];

/** Links may hold anything: amounts by value, or offers by one name. */
const isPlain = (value, field) => field.type === 'payers' || (field.type === 'offers' ? Array.isArray(value) : typeof value !== 'object');

function keyByKey(rule) {
  const rest = Object.entries(rule).filter(([key]) => key !== 'rule').map(([key, value]) => `${key} ${typeof value === 'object' ? JSON.stringify(value) : value}`);
  return [rule.rule, ...rest].join(' ').replaceAll('_', ' ');
}

const by = ({ channel: one }) => (one && one !== 'any' ? ` by ${one}` : '');
const where = ({ where: condition }) => (condition ? ` where ${condition}` : '');
const least = (words) => words && `at least ${words}`;
const most = (words) => words && `at most ${words}`;
const percent = (share) => (share === undefined ? '' : `${Math.round(share * 10_000) / 100} %`);
const sends = (number) => (number === undefined ? '' : `${count(number)} sends`);
const spend = (money) => (money === undefined ? '' : `${even(money)} spent`);

function payers({ max_spend: most }) {
  return most !== null && typeof most === 'object' ? Object.entries(most).map(([name, one]) => `${even(one)} of ${name}`).join(', ') : even(most);
}

function bounds({ min_sends: minSends, max_sends: maxSends, min_spend: minSpend, max_spend: maxSpend }) {
  return [least(sends(minSends)), most(sends(maxSends)), least(spend(minSpend)), most(spend(maxSpend))].filter(Boolean).join(', ');
}
