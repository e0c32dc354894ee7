package dev.marginal.app.answers;

import dev.marginal.value.boosted.BoostedFit;
import dev.marginal.value.fitting.LearntValue;
import dev.marginal.value.lifecycle.RfmSegment;
import dev.marginal.value.lifecycle.ScoredCustomers;
import dev.marginal.value.lifecycle.Stage;
import dev.marginal.value.lifecycle.Transitions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A scoring for programs: sums, never a customer.
 *
 * @param file where the scores went, or would have gone
 * @param model its purchase model
 * @param modelUntil the last day that the model knew
 * @param day the day that customers stand on
 * @param purchases expected of all within the horizon
 * @param value of all, discounted
 * @param sources of each column of the file: the models that tell it, and {@code log}
 * @param finding what stands in the way of trusting the trees; null for nothing
 * @param since null where nobody asked
 */
public record ValueScoreJson(
        String file,
        boolean written,
        String model,
        String modelUntil,
        String day,
        int customers,
        double horizon,
        String unit,
        double yearlyDiscount,
        double purchases,
        double value,
        Map<String, List<String>> sources,
        String finding,
        List<Standing> stages,
        List<Standing> segments,
        Since since) {
    /** Customers who stand at one place. */
    public record Standing(String name, long customers, double value) {}

    /** How customers moved. */
    public record Since(String day, List<Move> moves) {}

    /** Where the customers of one stage went; {@code from} is {@code not yet} for newcomers. */
    public record Move(String from, long customers, Map<String, Long> to) {}

    /** The sums of scored customers. */
    public static ValueScoreJson of(
            String file,
            boolean written,
            LearntValue model,
            ScoredCustomers scored,
            Optional<Transitions> moved) {
        return new ValueScoreJson(
                file,
                written,
                model.parametric().model(),
                model.parametric().until(),
                scored.histories().until().toString(),
                scored.histories().rows(),
                scored.scores().horizon().length(),
                scored.histories().unit().word(),
                scored.scores().horizon().yearlyDiscount(),
                IntStream.range(0, scored.histories().rows())
                        .mapToDouble(row -> scored.scores().purchases()[row])
                        .sum(),
                scored.scores().total(),
                ColumnSources.of(model),
                model.treesFit()
                        .map(BoostedFit::finding)
                        .filter(finding -> !finding.isEmpty())
                        .orElse(null),
                standings(
                        Stream.of(Stage.values()).map(Stage::word).toList(),
                        scored,
                        row -> scored.stages().stages().get(row).word()),
                standings(
                        Stream.of(RfmSegment.values()).map(RfmSegment::word).toList(),
                        scored,
                        row -> scored.rfm().segment(row).word()),
                moved.map(ValueScoreJson::since).orElse(null));
    }

    private static List<Standing> standings(
            List<String> names, ScoredCustomers scored, IntFunction<String> nameOf) {
        long[] customers = new long[names.size()];
        double[] value = new double[names.size()];
        for (int row = 0; row < scored.histories().rows(); row++) {
            int place = names.indexOf(nameOf.apply(row));
            customers[place]++;
            value[place] += scored.scores().value()[row];
        }
        List<Standing> standings = new ArrayList<>();
        for (int place = 0; place < names.size(); place++) {
            standings.add(new Standing(names.get(place), customers[place], value[place]));
        }
        return standings;
    }

    private static Since since(Transitions transitions) {
        return new Since(
                transitions.from().toString(),
                transitions.moves().stream().map(ValueScoreJson::move).toList());
    }

    private static Move move(Transitions.Move move) {
        Map<String, Long> to = new LinkedHashMap<>();
        for (Stage stage : Stage.values()) {
            to.put(stage.word(), move.to().getOrDefault(stage, 0L));
        }
        return new Move(move.from().map(Stage::word).orElse("not yet"), move.customers(), to);
    }
}
