/** Who may be sent anything. */
import { labelled } from '../elements.js';
import { withKey } from '../data/scenario.js';
import { condition, group, grouped, numberField, textField } from './fields.js';

const KEYS = ['only', 'exclude', 'holdout'];

export function customers(campaign, scenario) {
  const example = condition(campaign);
  const only = textField('only', example, (scenario, text) => withKey(scenario, 'only', text));
  const exclude = textField('exclude', example, (scenario, text) => withKey(scenario, 'exclude', text));
  const holdout = numberField(null, (scenario) => scenario.holdout ?? null, (scenario, share) => withKey(scenario, 'holdout', share || null),
    { min: 0, max: 0.9, step: 0.01, placeholder: 'share, 0.1' });
  const node = group('Customers', KEYS, KEYS.some((key) => key in scenario),
    labelled('Only where', only.field), labelled('Not where', exclude.field), labelled('Held out', holdout.field));
  return grouped(node, [only, exclude, holdout]);
}
