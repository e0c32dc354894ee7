/** Soon. */
package dev.marginal.uplift.storage;
