package dev.marginal.uplift.learners;

import dev.marginal.boosting.ArmColumns;
import dev.marginal.tables.Requires;
import dev.marginal.uplift.ModelParts;
import dev.marginal.uplift.Tier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.IntStream;

/**
 * How joint models are told the arm, so that treatments of one family teach each other.
 *
 * <p>A treatment alone has a column that is 1 for it and 0 for all others. The tiers of a family
 * share two: one is 1 for all of them, the other is their face value, and P(order) must not fall
 * with the face value. Against the control a family stays free to do harm: only its tiers are
 * ordered.
 */
final class ArmDesign {
    private final int[] family;
    private final double[] face;
    private final ArmColumns columns;
    private final List<Integer> ordered = new ArrayList<>();

    private ArmDesign(int[] family, double[] face) {
        this.family = family;
        this.face = face;
        List<float[]> built = new ArrayList<>();
        for (int t = 0; t < family.length; t++) {
            int first = first(t);
            if (first == t) {
                built.add(column(t, false));
            }
            if (first == t && members(t).length > 1) {
                ordered.add(built.size());
                built.add(column(t, true));
            }
        }
        float[][] codes = new float[family.length + 1][built.size()];
        for (int arm = 0; arm < codes.length; arm++) {
            for (int column = 0; column < built.size(); column++) {
                codes[arm][column] = built.get(column)[arm];
            }
        }
        this.columns = new ArmColumns(codes);
    }

    static ArmDesign of(List<Tier> tiers) {
        List<String> families = tiers.stream().map(Tier::family).toList();
        return new ArmDesign(
                families.stream().mapToInt(families::indexOf).toArray(),
                tiers.stream().mapToDouble(Tier::faceValue).toArray());
    }

    /** The design that {@link #keep} wrote. */
    static ArmDesign of(ModelParts parts) {
        return new ArmDesign(
                parts.treatments().stream()
                        .mapToInt(name -> constant(parts, "family." + name).intValue())
                        .toArray(),
                parts.treatments().stream()
                        .mapToDouble(name -> constant(parts, "face." + name))
                        .toArray());
    }

    void keep(List<String> treatments, SortedMap<String, Double> constants) {
        for (int t = 0; t < family.length; t++) {
            constants.put("family." + treatments.get(t), (double) family[t]);
            constants.put("face." + treatments.get(t), face[t]);
        }
    }

    ArmColumns columns() {
        return columns;
    }

    /** One sign per column of a joint model with so many features; empty if all are free. */
    int[] monotone(int features) {
        if (ordered.isEmpty()) {
            return new int[0];
        }
        int[] signs = new int[features + columns.columns()];
        ordered.forEach(column -> signs[features + column] = 1);
        return signs;
    }

    /** Makes probabilities, {@code [arm][customer]}, rise with the face value in each family. */
    void order(float[][] probability) {
        for (int t = 0; t < family.length; t++) {
            if (first(t) == t && members(t).length > 1) {
                float[][] tiers =
                        IntStream.of(members(t))
                                .mapToObj(member -> probability[member + 1])
                                .toArray(float[][]::new);
                Tiers.order(tiers);
            }
        }
    }

    private float[] column(int first, boolean byFace) {
        float[] column = new float[family.length + 1];
        for (int member : members(first)) {
            column[member + 1] = byFace ? (float) face[member] : 1;
        }
        return column;
    }

    private int first(int treatment) {
        return IntStream.range(0, family.length)
                .filter(t -> family[t] == family[treatment])
                .findFirst()
                .orElseThrow();
    }

    /** The treatments of one's family, the lowest face value first. */
    private int[] members(int treatment) {
        return IntStream.range(0, family.length)
                .filter(t -> family[t] == family[treatment])
                .boxed()
                .sorted(Comparator.comparingDouble(t -> face[t]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static Double constant(ModelParts parts, String name) {
        Map<String, Double> constants = parts.constants();
        Requires.require(constants.containsKey(name), "constant", name, "a part of the model");
        return constants.get(name);
    }
}
