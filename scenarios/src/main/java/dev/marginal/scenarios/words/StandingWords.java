package dev.marginal.scenarios.words;

import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.value.lifecycle.Stage;
import java.util.ArrayList;
import java.util.List;

/** Where an audience's customers stand, in sentences. */
public record StandingWords(Standing standing) {
    /** The day that customers are looked at, and why that one. */
    public String day() {
        return "as of %s, %s".formatted(standing.eve().date(), standing.eve().why());
    }

    /** How many customers are in each stage. */
    public String counts() {
        List<String> counts = new ArrayList<>();
        for (Stage stage : Stage.values()) {
            counts.add("%,d %s".formatted(standing.stages().get(stage), stage.word()));
        }
        int never = standing.columns().rows() - standing.bought();
        if (never > 0) {
            counts.add("%,d without a purchase yet".formatted(never));
        }
        return String.join(", ", counts);
    }

    /** All of it, a line each. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(counts());
        lines.add(
                "%s; %s, learnt from %s until then"
                        .formatted(
                                day(),
                                standing.asked().model(),
                                standing.asked().purchases().name()));
        standing.doubts().forEach(doubt -> lines.add("careful: " + doubt));
        return lines;
    }
}
