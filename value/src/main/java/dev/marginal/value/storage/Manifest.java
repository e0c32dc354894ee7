package dev.marginal.value.storage;

import dev.marginal.tables.HashedFiles.Hashed;

/**
 * The contents of {@code value_model.json} where there are trees: all that the folder has, by file
 * and hash.
 *
 * @param parametric a {@link dev.marginal.value.fitting.FittedValueModel}
 * @param fit a {@link dev.marginal.value.boosted.BoostedFit}
 * @param any trees of P(anything is spent)
 * @param purchases trees of how many purchases
 * @param amount trees of how much is spent
 */
record Manifest(
        int formatVersion,
        Hashed parametric,
        Hashed fit,
        Hashed any,
        Hashed purchases,
        Hashed amount) {
    /** Of a folder with trees; one without has the format of its only file. */
    static final int FORMAT_VERSION = 2;
}
