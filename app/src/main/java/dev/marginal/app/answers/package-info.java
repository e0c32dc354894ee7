/** Answers as JSON and in sentences, the same at every door. */
package dev.marginal.app.answers;
