/** The page's address holds campaign and scenario, so that a link shows what its sender saw. */
export function read(hash = location.hash) {
  const params = new URLSearchParams(hash.replace(/^#/, ''));
  const campaign = params.get('campaign');
  params.delete('campaign');
  return { campaign, scenario: Object.fromEntries([...params].map(([key, text]) => [key, parsed(text)])) };
}

export function link(campaign, scenario) {
  const params = new URLSearchParams({ campaign });
  for (const [key, value] of Object.entries(scenario)) {
    params.set(key, typeof value === 'string' ? value : JSON.stringify(value));
  }
  return '#' + params;
}

/** Shows it without another step in the browser's history. */
export function write(campaign, scenario) {
  history.replaceState(null, '', link(campaign, scenario));
}

function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
