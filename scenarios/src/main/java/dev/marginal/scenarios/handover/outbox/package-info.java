/**
 * What was handed over already: every step is on the disk before it is taken, so that a hand-over
 * that was killed goes on where it was and sends nothing twice.
 */
package dev.marginal.scenarios.handover.outbox;
