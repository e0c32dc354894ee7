/**
 * What the page knows. Views are told which keys changed, and draw what they show of them.
 *
 * campaigns, campaign (one of them), scenario (the keys of docs/what-if.md), asItIs and answer (figures), waiting (the answer is of
 * an older scenario), refused (and none will come), progress (of a late answer), frontier, curveWaiting, saved.
 */
const views = [];

export const store = {
  campaigns: [],
  campaign: null,
  scenario: {},
  asItIs: null,
  answer: null,
  waiting: false,
  refused: false,
  progress: null,
  frontier: null,
  curveWaiting: false,
  saved: [],
};

/** Draws a view now and whenever one of the keys changes. */
export function watch(keys, draw) {
  views.push({ keys, draw });
}

/** Changes some keys and tells the views that watch them. */
export function change(values) {
  const changed = Object.keys(values).filter((key) => store[key] !== values[key]);
  Object.assign(store, values);
  for (const view of views) {
    if (view.keys.some((key) => changed.includes(key))) {
      view.draw(store);
    }
  }
}
