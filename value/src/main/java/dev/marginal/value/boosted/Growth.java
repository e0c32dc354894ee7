package dev.marginal.value.boosted;

import dev.marginal.boosting.FeatureMatrix;
import dev.marginal.boosting.Forest;
import dev.marginal.boosting.HeldOut;
import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.boosting.TrainingRows;
import dev.marginal.tables.Execution;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Grows forests on some customers, a quarter of whom say when the trees are enough. */
record Growth(FeatureMatrix matrix, BoostedSettings settings, Execution execution) {
    private static final double COUNTING = .25;

    Forest grow(int[] which, float[] label, Objective objective) {
        try (TrainingRows rows = rows(which)) {
            return rows.fit(
                    Target.of(objective, label),
                    settings.trees(),
                    counting(which.length),
                    settings.seed());
        }
    }

    /** The mean square of what trees, grown on one half of the rows, miss in the other half. */
    double unseenVariance(int[] which, float[] label) {
        int[] half = new SplittableRandom(settings.seed()).ints(which.length, 0, 2).toArray();
        double square = 0;
        for (int learning = 0; learning < 2; learning++) {
            int[] seen = places(half, learning);
            int[] unseen = places(half, 1 - learning);
            Forest forest = grow(rows(which, seen), labels(label, seen), Objective.SQUARED_ERROR);
            try (TrainingRows rows = rows(rows(which, unseen))) {
                float[] predicted = rows.predict(forest);
                for (int i = 0; i < unseen.length; i++) {
                    double missed = label[unseen[i]] - predicted[i];
                    square += missed * missed;
                }
            }
        }
        return square / which.length;
    }

    private TrainingRows rows(int[] which) {
        float[] weight = new float[which.length];
        Arrays.fill(weight, 1);
        return TrainingRows.of(matrix, which, weight, execution);
    }

    private HeldOut counting(int rows) {
        SplittableRandom random = new SplittableRandom(settings.seed());
        boolean[] held = new boolean[rows];
        for (int row = 0; row < rows; row++) {
            held[row] = random.nextDouble() < COUNTING;
        }
        return new HeldOut(held, settings.patience());
    }

    private static int[] places(int[] half, int which) {
        return IntStream.range(0, half.length).filter(i -> half[i] == which).toArray();
    }

    private static int[] rows(int[] which, int[] places) {
        return Arrays.stream(places).map(place -> which[place]).toArray();
    }

    private static float[] labels(float[] label, int[] places) {
        float[] some = new float[places.length];
        for (int i = 0; i < some.length; i++) {
            some[i] = label[places[i]];
        }
        return some;
    }
}
