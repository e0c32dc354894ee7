/** Every view of the page; a new one is its module and a line here. */
import * as bar from './bar.js';
import * as headline from './headline.js';
import * as readout from './readout.js';
import * as budget from './budget.js';
import * as controls from './controls.js';
import * as steps from './steps.js';
import * as movers from './movers.js';
import * as prices from './prices.js';
import * as heat from './heat.js';
import * as comparison from './comparison.js';
import * as customer from './customer.js';

export function mount() {
  for (const view of [bar, headline, readout, budget, controls, steps, movers, prices, heat, comparison, customer]) {
    view.mount();
  }
}
