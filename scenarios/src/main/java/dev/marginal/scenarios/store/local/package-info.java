/** What stores do on this machine: processes, signs of life, and files that outlive the power. */
package dev.marginal.scenarios.store.local;
