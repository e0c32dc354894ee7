/**
 * Models in folders: {@link dev.marginal.uplift.storage.ModelFolder} writes a model with its
 * out-of-fold scores and its evaluation, and reads them back to the bit. May call {@code
 * uplift.learners}, {@code uplift.modelcard} and the nouns.
 */
package dev.marginal.uplift.storage;
