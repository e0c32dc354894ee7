package dev.marginal.boosting;

import java.io.IOException;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Calls into the native library; its checked errors become one unchecked one. */
final class Native {
    private Native() {}

    /** A native call with a result. */
    interface Call<T> {
        T run() throws XGBoostError, IOException;
    }

    /** A native call without a result. */
    interface Action {
        void run() throws XGBoostError;
    }

    /**
     * The call's result.
     *
     * @throws IllegalStateException with the native error as its cause
     */
    static <T> T call(String what, Call<T> call) {
        try {
            return call.run();
        } catch (XGBoostError | IOException error) {
            throw new IllegalStateException("XGBoost could not " + what + ".", error);
        }
    }

    /** Like {@link #call}, for a call without a result. */
    static void run(String what, Action action) {
        call(
                what,
                () -> {
                    action.run();
                    return null;
                });
    }
}
