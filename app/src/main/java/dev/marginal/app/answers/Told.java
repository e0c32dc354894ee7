package dev.marginal.app.answers;

import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.scenarios.whatif.Sensitivity;
import dev.marginal.scenarios.whatif.walks.Sensitivities;
import dev.marginal.scenarios.whatif.walks.Waterfall;
import java.util.List;

/**
 * An answer with what else is told of it.
 *
 * @param sensitivity what its value owes to each limit; empty where nobody asked
 * @param steps what each of its changes does on top of those before it; empty where nobody asked
 */
public record Told(Answer answer, List<Sensitivity> sensitivity, List<Waterfall.Step> steps) {
    public Told {
        sensitivity = List.copyOf(sensitivity);
        steps = List.copyOf(steps);
    }

    /** An answer alone. */
    public Told(Answer answer) {
        this(answer, List.of(), List.of());
    }

    /**
     * An answer with more about it.
     *
     * @param baseline what it is compared with
     * @param desk where it came from
     * @param sensitivity whether to plan again around every limit
     * @param steps whether to plan again after every change
     */
    public static Told of(
            Answer answer,
            Scenario baseline,
            PlanningDesk desk,
            boolean sensitivity,
            boolean steps) {
        return new Told(
                answer,
                sensitivity ? new Sensitivities(desk).of(answer) : List.of(),
                steps ? new Waterfall(desk).of(answer, baseline) : List.of());
    }
}
