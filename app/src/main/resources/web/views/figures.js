/** Spend, value, ROI and sends in a row, each with its change. */
import { element } from '../elements.js';
import { amount, count, ratio, signed } from '../data/numbers.js';
import { isEveryday } from '../data/scenario.js';

/** @param now what is shown; `answer` has the sends by offer, which a curve cannot tell */
export function figures(now, answer, asItIs, campaign, scenario) {
  return element(isEveryday(scenario) ? 'dl.figures.everyday' : 'dl.figures', {},
    figure('Spend', amount(now.spend), campaign.currency, signed(now.spend - asItIs.spend)),
    figure(valueName(campaign, scenario), amount(now.value), campaign.currency, signed(now.value - asItIs.value)),
    figure('ROI, by the model', ratio(now.value, now.spend), '', roiChange(now, asItIs)),
    figure('Sends', count(now.sends), '', signed(now.sends - asItIs.sends, count)),
    paidByOthers(answer, asItIs, campaign, now === answer ? 'figure.small' : 'figure.small.stale'),
    byChannel(answer, asItIs, now === answer ? 'figure.small' : 'figure.small.stale'));
}

/** What the plan adds up, as the scenario has it. */
export function valueName(campaign, scenario) {
  return { profit: 'Profit, by the model', value: 'GMV and future, by the models' }[scenario.objective ?? campaign.objective] ?? 'GMV, by the model';
}

function paidByOthers({ co_funding: paid }, asItIs, campaign, kind) {
  return paid !== undefined && figure('Co-funding, which others pay', amount(paid), campaign.currency, signed(paid - asItIs.co_funding), kind);
}

function byChannel(answer, asItIs, kind) {
  return answer.channels.map(({ channel, sends }) => {
    const before = asItIs.channels.find((one) => one.channel === channel)?.sends ?? 0;
    return figure(`by ${channel}`, count(sends), '', signed(sends - before, count), kind);
  });
}

function roiChange(now, asItIs) {
  return now.spend > 0 && asItIs.spend > 0
    ? signed(now.value / now.spend - asItIs.value / asItIs.spend, (value) => value.toFixed(2))
    : '';
}

function figure(name, value, unit, change, kind = 'figure') {
  return element(`div.${kind}`, {},
    element('dt', {}, name),
    element('dd', {}, element('span.value', {}, value), unit && element('span.unit', {}, unit), element('span.change', {}, change)));
}
