/** What the plan must earn, and what it adds up. */
import { labelled } from '../elements.js';
import { roiOf, withMargin, withRoi } from '../data/scenario.js';
import { group, numberField } from './fields.js';

export function aims() {
  const roi = numberField(null, roiOf, withRoi, { min: 0, step: 0.1, placeholder: 'none' });
  const margin = numberField(null, (scenario) => scenario.margin ?? null, withMargin,
    { min: 0, max: 1, step: 0.05, placeholder: 'GMV' });
  const node = group('Aim', labelled('Minimum ROI', roi.field), labelled('Profit at a margin of', margin.field));
  return { node, sync: (now) => [roi, margin].forEach((one) => one.sync(now)) };
}
