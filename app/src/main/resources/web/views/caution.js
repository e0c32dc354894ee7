/** How careful the plan is with what the experiment is unsure of. */
import { element, labelled } from '../elements.js';
import { withKey } from '../data/scenario.js';
import { changed, group, grouped } from './fields.js';

const MOST = 2;

export function caution(campaign, scenario) {
  const told = element('output', {}, '');
  const slider = element('input', { type: 'range', min: 0, max: MOST, step: 0.1,
    oninput: () => changed((now) => withKey(now, 'haircut', Number(slider.value) || null)) });
  const sync = ({ scenario: now }) => {
    const errors = now.haircut ?? 0;
    slider.max = Math.max(MOST, errors);
    slider.value = errors;
    told.textContent = words(errors);
    slider.setAttribute('aria-valuetext', words(errors));
  };
  const node = group('Caution', ['haircut'], true, labelled('Be careful', slider), element('p.quiet', {}, told));
  return grouped(node, [{ sync }]);
}

const words = (errors) => (errors === 0
  ? 'Uplift as the model says it.'
  : `Uplift ${errors} standard ${errors === 1 ? 'error' : 'errors'} lower than the model says: what may be luck is given up first.`);
