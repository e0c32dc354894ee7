package dev.marginal.uplift.inspection;

import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.Inspection.Segment;
import dev.marginal.uplift.OutOfFoldScores;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The segments of all features, measured for all treatments.
 *
 * @param segments one per feature
 * @param measured {@code [feature][treatment][segment]}
 */
record SegmentTable(List<Segments> segments, SegmentMeans.Measured[][][] measured) {
    static SegmentTable of(List<Column> features, OutOfFoldScores history, Execution execution) {
        SegmentMeans means = new SegmentMeans(history);
        int treatments = history.scores().treatments().size();
        Segments[] segments = new Segments[features.size()];
        SegmentMeans.Measured[][][] measured = new SegmentMeans.Measured[segments.length][][];
        execution.each(
                segments.length,
                feature -> {
                    segments[feature] = Segments.of(features.get(feature));
                    measured[feature] = new SegmentMeans.Measured[treatments][];
                    Arrays.setAll(measured[feature], t -> means.measure(segments[feature], t));
                });
        return new SegmentTable(List.of(segments), measured);
    }

    /**
     * Each treatment's segments, feature by feature, with probabilities that know how many were
     * looked at.
     */
    List<List<Segment>> byTreatment(int treatments) {
        double[] adjusted = Holm.adjust(probabilities(treatments));
        List<List<Segment>> all = new ArrayList<>();
        int next = 0;
        for (int t = 0; t < treatments; t++) {
            List<Segment> own = new ArrayList<>();
            for (int feature = 0; feature < measured.length; feature++) {
                for (int segment = 0; segment < measured[feature][t].length; segment++) {
                    own.add(segment(feature, t, segment, adjusted[next++]));
                }
            }
            all.add(own);
        }
        return all;
    }

    private Segment segment(int feature, int treatment, int segment, double probability) {
        SegmentMeans.Measured one = measured[feature][treatment][segment];
        Segments of = segments.get(feature);
        return new Segment(
                of.feature(), of.values().get(segment), one.rows(), one.effect(), probability);
    }

    private double[] probabilities(int treatments) {
        return IntStream.range(0, treatments)
                .boxed()
                .flatMap(t -> Arrays.stream(measured).flatMap(feature -> Arrays.stream(feature[t])))
                .mapToDouble(SegmentMeans.Measured::probability)
                .toArray();
    }
}
