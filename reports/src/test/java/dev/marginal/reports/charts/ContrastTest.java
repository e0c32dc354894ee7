package dev.marginal.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** Whether people who see little contrast can read a report: the ratios of WCAG 2.2. */
class ContrastTest {
    private static final double WORDS = 4.5;
    private static final double MARKS = 3;
    private static final List<Function<Ink, String>> PAPERS = List.of(Ink::onLight, Ink::onDark);

    @Test
    void words_can_be_read_on_light_and_on_dark_paper() {
        for (Function<Ink, String> paper : PAPERS) {
            for (Ink words : List.of(Ink.INK, Ink.SOFT, Ink.NOW)) {
                assertThat(contrast(rgb(words, paper), rgb(Ink.PAPER, paper)))
                        .as(paper.apply(words))
                        .isGreaterThanOrEqualTo(WORDS);
            }
        }
    }

    @Test
    void figures_can_be_read_on_a_heat_map_however_strong_its_colour_is() {
        for (Function<Ink, String> paper : PAPERS) {
            for (double strength = 0; strength <= 1; strength += 0.05) {
                double[] cell = mixed(rgb(Ink.HEAT, paper), rgb(Ink.PAPER, paper), strength);
                assertThat(contrast(rgb(Ink.INK, paper), cell)).isGreaterThanOrEqualTo(WORDS);
            }
        }
    }

    @Test
    void marks_can_be_told_from_the_paper_and_from_the_band_around_them() {
        for (Function<Ink, String> paper : PAPERS) {
            for (Ink mark : List.of(Ink.NOW, Ink.BEFORE)) {
                double[] faint = mixed(rgb(mark, paper), rgb(Ink.PAPER, paper), 0.75);
                assertThat(contrast(faint, rgb(Ink.PAPER, paper)))
                        .as(paper.apply(mark))
                        .isGreaterThanOrEqualTo(MARKS);
                assertThat(contrast(rgb(mark, paper), rgb(Ink.WASH, paper)))
                        .as(paper.apply(mark))
                        .isGreaterThanOrEqualTo(MARKS);
            }
        }
    }

    @Test
    void lines_over_columns_can_be_told_from_them() {
        for (Function<Ink, String> paper : PAPERS) {
            for (Ink line : List.of(Ink.NOW, Ink.BEFORE, Ink.SOFT, Ink.INK)) {
                assertThat(contrast(rgb(line, paper), rgb(Ink.WASH, paper)))
                        .as(paper.apply(line))
                        .isGreaterThanOrEqualTo(MARKS);
            }
        }
    }

    private static double[] rgb(Ink ink, Function<Ink, String> paper) {
        int colour = Integer.parseInt(paper.apply(ink).replaceFirst(".*#", ""), 16);
        return new double[] {colour >> 16 & 255, colour >> 8 & 255, colour & 255};
    }

    private static double[] mixed(double[] over, double[] under, double strength) {
        double[] mixed = new double[over.length];
        for (int part = 0; part < mixed.length; part++) {
            mixed[part] = over[part] * strength + under[part] * (1 - strength);
        }
        return mixed;
    }

    private static double contrast(double[] one, double[] other) {
        double lighter = Math.max(luminance(one), luminance(other));
        double darker = Math.min(luminance(one), luminance(other));
        return (lighter + 0.05) / (darker + 0.05);
    }

    private static double luminance(double[] rgb) {
        return 0.2126 * linear(rgb[0]) + 0.7152 * linear(rgb[1]) + 0.0722 * linear(rgb[2]);
    }

    private static double linear(double part) {
        double share = part / 255;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
