/**
 * Says to people what a model is, what it was learnt from, how far it can be trusted and what it is
 * for: {@link dev.marginal.uplift.modelcard.ModelCard}. May call the nouns only.
 *
 * @see <a href="https://arxiv.org/abs/1810.03993">Mitchell et al. (2019), Model cards for model
 *     reporting</a>
 */
package dev.marginal.uplift.modelcard;
