/**
 * Whether this machine is fit for Marginal: what plans need of it is really tried, in files that go
 * again.
 */
package dev.marginal.app.machine;
