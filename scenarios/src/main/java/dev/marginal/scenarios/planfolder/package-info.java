/**
 * Plan folders: {@code plan.json}, {@code sends.csv}, {@code sends.parquet}, {@code
 * scores.parquet}, a copy of {@code campaign.yml} and the model; written aside, audited, and
 * published by one atomic rename, so that a folder exists whole or not at all.
 */
package dev.marginal.scenarios.planfolder;
