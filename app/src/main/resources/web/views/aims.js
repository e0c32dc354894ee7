/** What the plan must earn, and what it adds up. */
import { labelled } from '../elements.js';
import { roiOf, withMargin, withRoi } from '../data/scenario.js';
import { group, grouped, numberField } from './fields.js';

export function aims(campaign) {
  const roi = numberField(null, roiOf, withRoi, { min: 0, step: 0.1, placeholder: 'none' });
  const margin = numberField(null, (scenario) => scenario.margin ?? null, withMargin,
    { min: 0, max: 1, step: 0.05, placeholder: campaign.margin ?? 'adds up GMV' });
  const node = group('Aim', ['objective', 'margin'], true, labelled('Minimum ROI', roi.field), labelled('Profit at a margin of', margin.field));
  return grouped(node, [roi, margin]);
}
