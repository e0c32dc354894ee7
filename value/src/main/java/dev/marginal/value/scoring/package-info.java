/** What every customer will bring within a horizon. */
package dev.marginal.value.scoring;
