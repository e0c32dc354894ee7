/** Scenarios kept in this browser, by campaign. */
const place = (campaign) => `marginal.saved.${campaign}`;

export function read(campaign) {
  try {
    const kept = JSON.parse(localStorage.getItem(place(campaign)) || '[]');
    return Array.isArray(kept) ? kept.filter((one) => one && one.name && one.scenario) : [];
  } catch {
    return [];
  }
}

/** With one more, or another of that name. */
export function keep(campaign, name, scenario) {
  return write(campaign, [...read(campaign).filter((one) => one.name !== name), { name, scenario }]);
}

export function drop(campaign, name) {
  return write(campaign, read(campaign).filter((one) => one.name !== name));
}

function write(campaign, scenarios) {
  localStorage.setItem(place(campaign), JSON.stringify(scenarios));
  return scenarios;
}
