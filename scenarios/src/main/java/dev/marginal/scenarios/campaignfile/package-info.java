/**
 * Reads {@code campaign.yml}: checked whole, every problem at once, each with its line.
 *
 * <p>The door is {@link dev.marginal.scenarios.campaignfile.CampaignFileReader}. A {@link
 * dev.marginal.scenarios.campaignfile.Node} is a piece of YAML that remembers its line; a {@code
 * Section} reads one mapping key by key; {@code RuleCatalog} lists the rules that a file may name,
 * a {@code Sentence} reads what rules have in common, and a {@code ConditionText} takes a {@code
 * where} apart. What only the audience can tell (columns, their values, conditions) is {@code
 * Asked} of it later.
 */
package dev.marginal.scenarios.campaignfile;
