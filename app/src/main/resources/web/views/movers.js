/** Who moves: from the campaign as it is to this scenario, largest change of value first. */
import { element, fill, heading, showTable } from '../elements.js';
import { amount, count, signed } from '../data/numbers.js';
import { moveWords, offers, people, sentence } from '../data/words.js';
import { store, watch } from '../data/store.js';
import { barWidth, waterfall } from '../charts/waterfall.js';
import { whenWide } from '../charts/frame.js';

const MOST = 7;
const place = element('div.waterfall-place');
const table = element('div');

export function mount() {
  fill(document.getElementById('movers'), heading('movers-title', 'Who moves'), place, table);
  watch(['answer', 'waiting'], draw);
  whenWide(place, () => draw(store));
}

function draw({ answer, asItIs, campaign, waiting }) {
  place.classList.toggle('waiting', waiting);
  const difference = answer?.difference;
  if (!difference?.moves.length) {
    fill(place, element('p.quiet', {}, answer ? ['Nobody: every customer gets what they get as it is.', ...(difference?.unmoved ?? []).map(sentence)].join(' ') : ''));
    fill(table);
    return;
  }
  const steps = difference.moves.slice(0, MOST).map(step);
  const rest = difference.moves.slice(MOST);
  if (rest.length) {
    steps.push({ name: `${rest.length} more ways`, note: people(sum(rest, 'customers')), value: sum(rest, 'value') });
  }
  const total = { name: 'the difference', note: `${amount(asItIs.value)} → ${amount(answer.value)} ${campaign.currency}, by the model`, value: difference.value };
  fill(place, waterfall(barWidth(place), steps, total, (value) => signed(value)));
  showTable(table, 'Who moves', ['From', 'To', 'Customers', 'Value', 'Spend'], difference.moves.map((move) =>
    [offers(move.from), offers(move.to), count(move.customers), signed(move.value), signed(move.spend)]));
}

function step(move) {
  return { ...moveWords(move), value: move.value, why: move.why && sentence(move.why) };
}

const sum = (moves, key) => moves.reduce((total, move) => total + move[key], 0);
