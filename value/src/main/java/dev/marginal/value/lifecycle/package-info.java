/** Where customers stand: stages by declared rules, how they move between two days, RFM. */
package dev.marginal.value.lifecycle;
