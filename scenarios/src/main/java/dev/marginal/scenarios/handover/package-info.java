/**
 * Hands the sends of a plan to whoever delivers them: what a send, a chunk of sends and an exporter
 * are.
 */
package dev.marginal.scenarios.handover;
