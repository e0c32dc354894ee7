/** The number again, at the top of the window, while the headline is out of sight. */
import { element, fill } from '../elements.js';
import { rounded, signed } from '../data/numbers.js';
import { isEveryday } from '../data/scenario.js';
import { watch } from '../data/store.js';
import { gain, shown } from './headline.js';

const place = () => document.getElementById('readout');

export function mount() {
  watch(['answer', 'waiting', 'scenario', 'frontier', 'curveWaiting'], draw);
  new IntersectionObserver((seen) => {
    place().hidden = seen[seen.length - 1].isIntersecting;
  }).observe(document.getElementById('headline'));
}

/** Hidden from screen readers, which hear every answer once already. */
function draw(now) {
  const { asItIs, campaign, scenario, waiting } = now;
  const figures = shown(now);
  place().setAttribute('aria-hidden', 'true');
  place().classList.toggle('waiting', waiting && !figures);
  if (!figures) {
    return;
  }
  fill(place(),
    element('strong', {}, `${rounded(figures.forecast.incremental_gmv ?? figures.value)} ${campaign.currency}`),
    !isEveryday(scenario) && element('span', {}, `${signed(gain(figures, asItIs), rounded)} against as it is`),
    element('span', {}, `${rounded(figures.spend)} spent`));
}
