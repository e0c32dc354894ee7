const PLAIN = /^(?!(?:true|false|yes|no|on|off|null|y|n)$)[a-z_][a-z0-9_]*$/i;

/** A file of scenarios, as `marginal what-if campaign.yml scenarios.yml` reads it. */
export function scenarioFile(campaign, scenarios) {
  const lines = scenarios.flatMap(({ name, scenario }) => {
    const keys = Object.entries({ scenario: name, ...scenario });
    return keys.map(([key, value], place) => `${place ? '    ' : '  - '}${key}: ${inline(value)}`);
  });
  return [`# marginal what-if ${campaign}.yml scenarios.yml`, 'scenarios:', ...lines, ''].join('\n');
}

function inline(value) {
  if (Array.isArray(value)) {
    return `[${value.map(inline).join(', ')}]`;
  }
  if (typeof value === 'object') {
    return `{${Object.entries(value).map(([key, one]) => `${inline(key)}: ${inline(one)}`).join(', ')}}`;
  }
  return typeof value === 'string' && !PLAIN.test(value) ? JSON.stringify(value) : String(value);
}
