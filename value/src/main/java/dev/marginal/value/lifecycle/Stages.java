package dev.marginal.value.lifecycle;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.Requires;
import dev.marginal.value.Histories;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Every customer's stage on a day.
 *
 * @param stages row-aligned with the customers
 */
public record Stages(IdColumn customers, LocalDate day, List<Stage> stages) {
    public Stages {
        stages = List.copyOf(stages);
        Requires.require(
                stages.size() == customers.rows(), "stages", stages.size(), "one per customer");
    }

    /**
     * The stages that rules put customers in.
     *
     * @param alive P(alive), row-aligned
     */
    public static Stages of(Histories histories, double[] alive, StageRules rules) {
        Stage[] stages = new Stage[histories.rows()];
        Arrays.setAll(
                stages,
                row ->
                        rules.stage(
                                histories.frequency()[row],
                                histories.ageDays()[row],
                                histories.ageDays()[row] - histories.recencyDays()[row],
                                alive[row]));
        return new Stages(histories.customers(), histories.until(), List.of(stages));
    }

    /** How many customers stand where; every stage is there. */
    public Map<Stage, Long> counts() {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        Stream.of(Stage.values()).forEach(stage -> counts.put(stage, 0L));
        stages.forEach(stage -> counts.merge(stage, 1L, Long::sum));
        return counts;
    }

    /** As a column {@code stage} of a file, in words. */
    public CategoryColumn column() {
        List<String> words = Stream.of(Stage.values()).map(Stage::word).sorted().toList();
        int[] codes = stages.stream().mapToInt(stage -> words.indexOf(stage.word())).toArray();
        return new CategoryColumn("stage", codes, words);
    }
}
