/** The number again, at the top of the window, while the headline is out of sight. */
import { element, fill } from '../elements.js';
import { rounded, signed } from '../data/numbers.js';
import { isEveryday } from '../data/scenario.js';
import { watch } from '../data/store.js';
import { gain } from './headline.js';

const place = () => document.getElementById('readout');

export function mount() {
  watch(['answer', 'waiting'], draw);
  new IntersectionObserver((seen) => {
    place().hidden = seen[seen.length - 1].isIntersecting;
  }).observe(document.getElementById('headline'));
}

/** Hidden from screen readers, which hear every answer once already. */
function draw({ answer, asItIs, campaign, scenario, waiting }) {
  place().setAttribute('aria-hidden', 'true');
  place().classList.toggle('waiting', waiting);
  if (!answer || waiting) {
    return;
  }
  fill(place(),
    element('strong', {}, `${rounded(answer.forecast.incremental_gmv ?? answer.value)} ${campaign.currency}`),
    !isEveryday(scenario) && element('span', {}, `${signed(gain(answer, asItIs), rounded)} against as it is`),
    element('span', {}, `${rounded(answer.spend)} spent`));
}
