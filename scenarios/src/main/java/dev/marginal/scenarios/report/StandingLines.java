package dev.marginal.scenarios.report;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.scenarios.words.StandingWords;
import dev.marginal.value.lifecycle.Stage;
import dev.marginal.value.lifecycle.Transitions;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Where an audience's customers stand.
 *
 * @param sentences how many are in each stage, on which day, by which model
 * @param moved how all customers of the log went from stage to stage; absent unless it is asked
 */
public record StandingLines(
        List<String> sentences, @JsonInclude(JsonInclude.Include.NON_NULL) Moved moved) {
    /** Moves between two days, customers of one stage in a row. */
    public record Moved(String since, String until, List<Move> moves) {}

    /**
     * Where the customers of one stage went.
     *
     * @param from the stage, or words for those who had not begun
     * @param to customers by stage
     */
    public record Move(String from, long customers, Map<String, Long> to) {}

    static StandingLines of(Standing standing) {
        return new StandingLines(
                new StandingWords(standing).lines(),
                standing.moves().map(StandingLines::moved).orElse(null));
    }

    private static Moved moved(Transitions moves) {
        return new Moved(
                moves.from().toString(),
                moves.to().toString(),
                moves.moves().stream().map(StandingLines::move).toList());
    }

    private static Move move(Transitions.Move move) {
        Map<String, Long> to = new LinkedHashMap<>();
        Arrays.stream(Stage.values())
                .forEach(stage -> to.put(stage.word(), move.to().getOrDefault(stage, 0L)));
        return new Move(
                move.from().map(Stage::word).orElse("not yet a customer"), move.customers(), to);
    }
}
