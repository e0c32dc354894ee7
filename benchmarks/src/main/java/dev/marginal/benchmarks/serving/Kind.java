package dev.marginal.benchmarks.serving;

import java.util.Locale;
import java.util.SplittableRandom;

/** Kinds of questions that planners ask; each is drawn in as many ways as anybody could want. */
enum Kind {
    BUDGET_SET("budget set") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            return text("\"budget\":%.2f", planted.budget() * random.nextDouble(0.5, 1.5));
        }
    },
    BUDGET_TIMES("budget ± %") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            return percent(random);
        }
    },
    WITHOUT("without a channel or offer") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            return percent(random)
                    + text(",\"without\":\"%s\"", planted.one(random, planted.channelsAndOffers()));
        }
    },
    LIMIT_SET("limit set") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            String limit = planted.one(random, planted.limits());
            double most = planted.ceilings().get(limit) * random.nextDouble(0.7, 1.3);
            return text("\"limits\":[{\"limit\":\"%s\",\"at_most\":%d}]", limit, Math.round(most));
        }
    },
    LIMIT_DROPPED("limit dropped") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            return percent(random)
                    + text(",\"drop\":[\"%s\"]", planted.one(random, planted.limits()));
        }
    },
    RULE_ADDED("rule added") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            return text(
                    "\"rules\":[{\"rule\":\"minimum_roi\",\"at_least\":%.4f}]",
                    random.nextDouble(1.0, 1.5));
        }
    },
    COSTS("cost changed") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            return text(
                    "\"costs\":[{\"of\":\"%s\",\"per_send\":%.6f}]",
                    planted.one(random, planted.channelsAndOffers()), random.nextDouble(0, 0.05));
        }
    },
    OBJECTIVE("objective") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            return text("\"objective\":\"profit\",\"margin\":%.6f", random.nextDouble(0.3, 0.9));
        }
    },
    SEGMENT("segment excluded") {
        @Override
        String changes(SplittableRandom random, Planted planted) {
            String region = PlantedWords.region(random.nextInt(PlantedWords.REGIONS));
            return percent(random) + text(",\"exclude\":\"region = '%s'\"", region);
        }
    };

    private final String words;

    Kind(String words) {
        this.words = words;
    }

    /** As the tables call it. */
    String words() {
        return words;
    }

    /** Keys of a scenario. */
    abstract String changes(SplittableRandom random, Planted planted);

    private static String percent(SplittableRandom random) {
        return text("\"budget\":\"%+.4f%%\"", random.nextDouble(-30, 30));
    }

    private static String text(String format, Object... values) {
        return String.format(Locale.ROOT, format, values);
    }
}
