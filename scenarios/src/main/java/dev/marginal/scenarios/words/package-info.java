/** What a plan's figures mean, in words that every door and the report share. */
package dev.marginal.scenarios.words;
