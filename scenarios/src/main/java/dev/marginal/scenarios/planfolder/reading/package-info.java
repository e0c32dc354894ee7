/** The JSON files of a plan's folder, read in one way by whoever needs them. Calls nobody else. */
package dev.marginal.scenarios.planfolder.reading;
