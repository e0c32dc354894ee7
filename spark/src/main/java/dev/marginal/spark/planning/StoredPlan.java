package dev.marginal.spark.planning;

import dev.marginal.scenarios.store.PlanKey;
import java.io.Serializable;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A plan's place in a store.
 *
 * @param number counts the plans of the key, from 1; each takes the place of the one before it
 */
record StoredPlan(PlanKey key, int number) implements Serializable {
    /** By date, campaign and number. */
    static final Comparator<StoredPlan> ORDER =
            Comparator.comparing((StoredPlan plan) -> plan.key.date())
                    .thenComparing(plan -> plan.key.campaign())
                    .thenComparing(StoredPlan::number);

    private static final Pattern FOLDER =
            Pattern.compile(
                    "(?<campaign>.+)-(?<date>\\d{4}-\\d{2}-\\d{2})(\\.(?<number>[1-9]\\d{0,8}))?");

    /**
     * The name of its folder, such as {@code spring-2026-11-21}, or {@code spring-2026-11-21.2}.
     */
    String folder() {
        return number == 1 ? key.name() : key.name() + "." + number;
    }

    /**
     * Of every key the plan that holds.
     *
     * @param plans in their order
     */
    static List<StoredPlan> holding(List<StoredPlan> plans) {
        Map<PlanKey, StoredPlan> last = new LinkedHashMap<>();
        plans.forEach(plan -> last.put(plan.key(), plan));
        return List.copyOf(last.values());
    }

    /** The plan that a folder of this name holds; a folder of another name holds none. */
    static Optional<StoredPlan> in(String folder) {
        Matcher matcher = FOLDER.matcher(folder);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(matcher.group("date"));
            String number = Optional.ofNullable(matcher.group("number")).orElse("1");
            PlanKey key = new PlanKey(matcher.group("campaign"), date);
            return Optional.of(new StoredPlan(key, Integer.parseInt(number)));
        } catch (DateTimeParseException other) {
            return Optional.empty();
        }
    }
}
