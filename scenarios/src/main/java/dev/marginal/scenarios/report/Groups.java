package dev.marginal.scenarios.report;

import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.SegmentTotal;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Column;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.FeatureProfile;
import dev.marginal.uplift.Inspection;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * The groups of customers that a report tells apart: by each column that a rule speaks of, by stage
 * where the campaign speaks of a lifecycle, and by the features that decide most of the uplift,
 * numbers in fifths of the history.
 */
final class Groups {
    private static final String STAGE = "stage";
    private static final int MOST_FEATURES = 3;
    private static final int MOST_WORDS = 12;
    private static final int FIFTHS = 5;

    private Groups() {}

    static List<Segmentation> of(PlannedCampaign planned) {
        List<Segmentation> groups = new ArrayList<>();
        planned.plan().offers().segmentations().stream()
                .filter(one -> one.names().size() <= SegmentTotal.MOST_VALUES)
                .forEach(groups::add);
        planned.audience()
                .standing()
                .map(its -> its.columns().column(STAGE, CategoryColumn.class))
                .filter(any -> groups.stream().noneMatch(one -> one.column().equals(STAGE)))
                .map(Groups::words)
                .ifPresent(groups::add);
        List<String> known = groups.stream().map(Segmentation::column).toList();
        int wanted = MOST_FEATURES;
        for (String feature : important(planned.model().inspection())) {
            if (wanted > 0 && !known.contains(feature)) {
                groups.add(by(feature, planned));
                wanted--;
            }
        }
        return groups;
    }

    /** Features that move the uplift of some treatment, those that move it most first. */
    static List<String> important(Inspection inspection) {
        Map<String, Double> moves = new LinkedHashMap<>();
        inspection.profiles().forEach(profile -> moves.put(profile.name(), 0.0));
        inspection
                .treatments()
                .forEach(
                        treatment ->
                                treatment
                                        .importance()
                                        .forEach(
                                                one ->
                                                        moves.merge(
                                                                one.feature(),
                                                                one.contribution(),
                                                                Double::sum)));
        return moves.entrySet().stream()
                .filter(one -> one.getValue() > 0)
                .sorted(
                        Comparator.comparingDouble(
                                (Map.Entry<String, Double> one) -> -one.getValue()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Segmentation by(String feature, PlannedCampaign planned) {
        FeatureProfile profile =
                planned.model().inspection().profiles().stream()
                        .filter(one -> one.name().equals(feature))
                        .findFirst()
                        .orElseThrow();
        Column column =
                planned.audience().customers().features().stream()
                        .filter(one -> one.name().equals(feature))
                        .findFirst()
                        .orElseThrow();
        return column instanceof CategoryColumn category
                ? words(category)
                : fifths((NumberColumn) column, profile.edges());
    }

    /** The words of most customers, and all others as one. */
    private static Segmentation words(CategoryColumn column) {
        int[] count = new int[column.words().size()];
        for (int code : column.codes()) {
            if (code >= 0) {
                count[code]++;
            }
        }
        List<Integer> told = new ArrayList<>(IntStream.range(0, count.length).boxed().toList());
        told.sort(Comparator.comparingInt((Integer word) -> -count[word]));
        List<Integer> most =
                told.subList(0, Math.min(told.size(), MOST_WORDS)).stream().sorted().toList();
        List<String> names = new ArrayList<>(most.stream().map(column.words()::get).toList());
        int others = names.size();
        names.add(most.size() < told.size() ? "any other" : "missing");
        int[] code = new int[column.codes().length];
        for (int customer = 0; customer < code.length; customer++) {
            int place = most.indexOf(column.codes()[customer]);
            code[customer] = place < 0 ? others : place;
        }
        return new Segmentation(column.name(), names, code);
    }

    private static Segmentation fifths(NumberColumn column, List<Float> edges) {
        List<Float> cuts = new ArrayList<>();
        for (int fifth = 1; fifth < FIFTHS; fifth++) {
            int edge = Math.round((float) fifth * (edges.size() + 1) / FIFTHS) - 1;
            if (edge >= 0 && edge < edges.size() && !cuts.contains(edges.get(edge))) {
                cuts.add(edges.get(edge));
            }
        }
        List<String> names = new ArrayList<>();
        for (int cut = 0; cut <= cuts.size(); cut++) {
            names.add(name(cuts, cut));
        }
        names.add("missing");
        int[] code = new int[column.values().length];
        for (int customer = 0; customer < code.length; customer++) {
            code[customer] = place(column.values()[customer], cuts);
        }
        return new Segmentation(column.name(), names, code);
    }

    private static int place(float value, List<Float> cuts) {
        if (Float.isNaN(value)) {
            return cuts.size() + 1;
        }
        int place = 0;
        while (place < cuts.size() && value > cuts.get(place)) {
            place++;
        }
        return place;
    }

    private static String name(List<Float> cuts, int cut) {
        if (cuts.isEmpty()) {
            return "all";
        }
        if (cut == 0) {
            return "up to " + number(cuts.get(0));
        }
        return cut == cuts.size()
                ? "above " + number(cuts.get(cut - 1))
                : number(cuts.get(cut - 1)) + " to " + number(cuts.get(cut));
    }

    private static String number(float value) {
        return new BigDecimal(value)
                .round(new MathContext(3))
                .stripTrailingZeros()
                .toPlainString()
                .replace('-', '−');
    }
}
