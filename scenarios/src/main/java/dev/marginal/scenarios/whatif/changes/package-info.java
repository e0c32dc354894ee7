/** Every change that a scenario may make; {@code campaignfile} lists how each is written. */
package dev.marginal.scenarios.whatif.changes;
