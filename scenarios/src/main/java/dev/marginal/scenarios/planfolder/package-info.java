/**
 * Plan folders: {@code plan.json}, {@code sends.csv}, {@code sends.parquet}, {@code
 * scores.parquet}, a copy of {@code campaign.yml}, the model and {@code report.html}; written
 * aside, audited, and published by one atomic rename, so that a folder exists whole or not at all.
 */
package dev.marginal.scenarios.planfolder;
