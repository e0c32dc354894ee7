/**
 * What a later time says of predictions that an earlier one made: who comes first (discrimination)
 * and how much it is (calibration), apart, and beside what anybody could have said without a model.
 */
package dev.marginal.value.evaluation;
