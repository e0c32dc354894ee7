package dev.marginal.spark.planning;

import dev.marginal.tables.Fleeting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

/** The same two days, planned each way once for all tests of a JVM. */
public final class SpringDays {
    private static final Map<String, TwoDays> KNOWN = new HashMap<>();
    private static SpringHouse house;

    private SpringDays() {}

    /** The house that they are planned in. */
    static synchronized SpringHouse house() {
        if (house == null) {
            house = written();
        }
        return house;
    }

    /** It is gone with the JVM. */
    private static SpringHouse written() {
        try {
            return new SpringHouse(Fleeting.temporary("marginal-spring-").path());
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** By one machine. */
    static TwoDays here() {
        return known("here", () -> house().here("here"));
    }

    /** On Spark, in one part. */
    static TwoDays inOnePart() {
        return known("alone", () -> house().onSpark(1, "alone"));
    }

    /** On Spark, in three parts. */
    static TwoDays inThreeParts() {
        return known("there", () -> house().onSpark(3, "there"));
    }

    /** The first day, on Spark in three parts. */
    public static Path publishedPlan() {
        return inThreeParts().first();
    }

    private static synchronized TwoDays known(String name, Supplier<DayPlanner> planner) {
        return KNOWN.computeIfAbsent(name, any -> TwoDays.planned(house(), planner.get()));
    }
}
