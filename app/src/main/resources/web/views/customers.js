/** Who may be sent anything. */
import { labelled } from '../elements.js';
import { withKey } from '../data/scenario.js';
import { group, numberField, textField } from './fields.js';

export function customers(campaign) {
  const column = campaign.segments?.[0];
  const example = column ? `${column.column} = '${column.values[0]}'` : "region = 'north'";
  const only = textField('only', example, (scenario, text) => withKey(scenario, 'only', text));
  const exclude = textField('exclude', example, (scenario, text) => withKey(scenario, 'exclude', text));
  const holdout = numberField(null, (scenario) => scenario.holdout ?? null, (scenario, share) => withKey(scenario, 'holdout', share || null),
    { min: 0, max: 0.9, step: 0.01, placeholder: 'share' });
  const node = group('Customers', labelled('Only where', only.field), labelled('Not where', exclude.field), labelled('Held out', holdout.field));
  return { node, sync: (now) => [only, exclude, holdout].forEach((one) => one.sync(now)) };
}
