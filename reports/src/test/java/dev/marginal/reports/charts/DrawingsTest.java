package dev.marginal.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.reports.charts.BarChart.Bar;
import dev.marginal.reports.charts.Svg.Type;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Every drawing with names of sixty characters, umlauts and emoji, at every width. */
class DrawingsTest {
    private static final String LONG =
            "Frühjahrs_Gutschein für Stammkäuferinnen & Wiederkehrer 🎁 ";
    private static final List<Integer> WIDTHS = List.of(Chart.WIDE, Chart.HALF, Chart.NARROW);

    static Stream<Arguments> drawings() {
        Map<String, Chart.Drawing> drawings =
                Map.of(
                        "bars",
                        new BarChart(bars()),
                        "intervals",
                        new IntervalChart("USD per customer", rows(), List.of(1.0)),
                        "heat",
                        heat(12, 25),
                        "heat of one",
                        heat(1, 1),
                        "deciles",
                        new DecileChart(deciles(12)),
                        "calibration",
                        new CalibrationChart(deciles(1)),
                        "columns",
                        columns(),
                        "lines",
                        lines());
        return drawings.entrySet().stream()
                .flatMap(
                        one ->
                                WIDTHS.stream()
                                        .map(
                                                width ->
                                                        Arguments.of(
                                                                one.getKey(),
                                                                one.getValue(),
                                                                width)));
    }

    @ParameterizedTest(name = "{0}, {2} pixels wide")
    @MethodSource("drawings")
    void no_word_leaves_the_drawing(String name, Chart.Drawing drawing, int width)
            throws Exception {
        Svg svg = new Svg(Look.PAGE);
        double height = drawing.draw(svg, width);

        for (Element text : texts(svg)) {
            double wide = Lettering.width(text.getTextContent(), type(text));
            double x = Double.parseDouble(text.getAttribute("x"));
            double start =
                    switch (text.getAttribute("text-anchor")) {
                        case "end" -> x - wide;
                        case "middle" -> x - wide / 2;
                        default -> x;
                    };
            assertThat(start).as(text.getTextContent()).isGreaterThan(-1);
            assertThat(start + wide).as(text.getTextContent()).isLessThan(width + 1);
            assertThat(Double.parseDouble(text.getAttribute("y"))).isBetween(0.0, height);
        }
    }

    @ParameterizedTest(name = "{0}, {2} pixels wide")
    @MethodSource("drawings")
    void no_name_is_cut(String name, Chart.Drawing drawing, int width) throws Exception {
        Svg svg = new Svg(Look.PAGE);
        drawing.draw(svg, width);
        StringBuilder words = new StringBuilder();
        texts(svg).forEach(text -> words.append(text.getTextContent()));

        assertThat(words.toString()).doesNotContain("…");
        if (!name.equals("lines")) {
            assertThat(squeezed(words.toString())).contains(squeezed(LONG));
        }
    }

    @Test
    void a_negative_bar_lies_left_of_nothing() throws Exception {
        Svg svg = new Svg(Look.PAGE);
        new BarChart(
                        List.of(
                                new Bar("loss", -10, "−10", Ink.BEFORE, false),
                                new Bar("gain", 20, "20", Ink.NOW, true)))
                .draw(svg, Chart.WIDE);

        List<Element> boxes = elements(svg, "rect");
        double zero = number(elements(svg, "line").get(0), "x1");
        assertThat(number(boxes.get(0), "x") + number(boxes.get(0), "width"))
                .isEqualTo(zero, within(0.2));
        assertThat(number(boxes.get(1), "x")).isEqualTo(zero, within(0.2));
        assertThat(number(boxes.get(1), "width"))
                .isEqualTo(2 * number(boxes.get(0), "width"), within(0.3));
    }

    @Test
    void columns_begin_at_nothing_and_lines_meet_those_that_are_as_high() throws Exception {
        Svg svg = new Svg(Look.PAGE);
        List<Double> heights = List.of(0.0, 1.0, 2.0);
        new ColumnChart(
                        "times bought",
                        List.of("0", "1", "2+"),
                        new ColumnChart.Series("happened", Ink.NOW, Stroke.WHOLE, heights),
                        List.of(new ColumnChart.Series("said", Ink.BEFORE, Stroke.DASHES, heights)))
                .draw(svg, Chart.WIDE);

        List<Element> columns = elements(svg, "rect");
        List<Element> dots = elements(svg, "circle");
        assertThat(columns).hasSize(3);
        assertThat(number(columns.get(2), "height"))
                .isEqualTo(2 * number(columns.get(1), "height"), within(0.3));
        for (int group = 0; group < 3; group++) {
            assertThat(number(dots.get(group), "cy"))
                    .isEqualTo(number(columns.get(group), "y"), within(0.1));
        }
    }

    @Test
    void a_cell_that_cannot_be_is_left_empty() throws Exception {
        Svg svg = new Svg(Look.PAGE);
        HeatChart.Row row =
                new HeatChart.Row("today", List.of(Double.NaN, 0.0, 1.0), List.of("", "0", "1"));
        new HeatChart("times bought", List.of("a", "b", "c"), List.of(row), 1)
                .draw(svg, Chart.WIDE);

        assertThat(elements(svg, "rect")).hasSize(2);
        assertThat(texts(svg)).extracting(Element::getTextContent).contains("times bought");
    }

    @Test
    void short_columns_stand_close_on_a_phone_and_a_row_without_cells_is_left_out()
            throws Exception {
        Svg svg = new Svg(Look.PAGE);
        List<String> columns = IntStream.range(0, 10).mapToObj(Integer::toString).toList();
        List<Double> first = new ArrayList<>(Collections.nCopies(10, Double.NaN));
        first.set(0, 0.5);
        List<String> figures = Collections.nCopies(10, "100");
        new HeatChart(
                        "",
                        columns,
                        List.of(
                                new HeatChart.Row(
                                        "5 weeks ago", Collections.nCopies(10, 1.), figures),
                                new HeatChart.Row("never again", first, figures)),
                        1)
                .draw(svg, Chart.NARROW);

        assertThat(texts(svg))
                .extracting(Element::getTextContent)
                .filteredOn(text -> text.endsWith("ago") || text.endsWith("again"))
                .containsExactly("5 weeks ago", "never again", "5 weeks ago");
    }

    private static List<Bar> bars() {
        return IntStream.range(0, 12)
                .mapToObj(
                        bar ->
                                new Bar(
                                        LONG + bar,
                                        bar * 1e8 - 1e8,
                                        "1,234,567,890",
                                        Ink.NOW,
                                        bar == 3))
                .toList();
    }

    private static List<IntervalChart.Row> rows() {
        return IntStream.range(0, 12)
                .mapToObj(
                        row ->
                                new IntervalChart.Row(
                                        LONG + row, row, row - 20, row + 3, "−0.123", true))
                .toList();
    }

    private static HeatChart heat(int columns, int rows) {
        return new HeatChart(
                "channels",
                IntStream.range(0, columns).mapToObj(column -> LONG + column).toList(),
                IntStream.range(0, rows)
                        .mapToObj(
                                row ->
                                        new HeatChart.Row(
                                                LONG + row,
                                                IntStream.range(0, columns)
                                                        .mapToObj(column -> column / 12.0)
                                                        .toList(),
                                                IntStream.range(0, columns)
                                                        .mapToObj(column -> "100")
                                                        .toList()))
                        .toList(),
                1);
    }

    private static ColumnChart columns() {
        List<Double> heights = IntStream.range(0, 12).mapToObj(group -> group * 1e8 - 2e8).toList();
        return new ColumnChart(
                "segments",
                IntStream.range(0, 12).mapToObj(group -> LONG + group).toList(),
                new ColumnChart.Series("happened", Ink.NOW, Stroke.WHOLE, heights),
                List.of(
                        new ColumnChart.Series(LONG, Ink.BEFORE, Stroke.DASHES, heights),
                        new ColumnChart.Series(LONG, Ink.INK, Stroke.DASHES_AND_DOTS, heights)));
    }

    private static SortedMap<String, List<Decile>> deciles(int treatments) {
        SortedMap<String, List<Decile>> all = new TreeMap<>();
        for (int treatment = 0; treatment < treatments; treatment++) {
            all.put(
                    LONG + treatment,
                    IntStream.rangeClosed(1, 10)
                            .mapToObj(n -> new Decile(n, 100, -3 * n, -4 * n, -90 * n, n))
                            .toList());
        }
        return all;
    }

    private static LineChart lines() {
        List<double[]> points = new ArrayList<>();
        List<double[]> band = new ArrayList<>();
        for (int point = 1; point <= 12; point++) {
            points.add(new double[] {point * 1e7, -point * 1e8});
            band.add(new double[] {point * 1e7, -point * 2e8, point * 1e7});
        }
        return new LineChart(
                "budget, USD",
                List.of(
                        new LineChart.Panel(
                                "",
                                240,
                                List.of(
                                        new Line("measured", Ink.NOW, Stroke.WHOLE, points, band),
                                        new Line(
                                                "claimed",
                                                Ink.BEFORE,
                                                Stroke.DASHES,
                                                points,
                                                List.of())),
                                Double.NaN)),
                List.of(
                        new LineChart.Landmark(6e7, "this plan 60,000,000", true),
                        new LineChart.Landmark(6.1e7, "nothing more beyond 61,000,000", false)));
    }

    private static String squeezed(String words) {
        return words.replace(" ", "");
    }

    private static Type type(Element text) {
        return new Type(number(text, "font-size"), Ink.INK, text.hasAttribute("font-weight"));
    }

    private static double number(Element element, String attribute) {
        return Double.parseDouble(element.getAttribute(attribute));
    }

    private static List<Element> texts(Svg svg) throws Exception {
        return elements(svg, "text");
    }

    private static List<Element> elements(Svg svg, String name) throws Exception {
        byte[] xml = ("<svg>" + svg.body() + "</svg>").getBytes(StandardCharsets.UTF_8);
        NodeList found =
                DocumentBuilderFactory.newInstance()
                        .newDocumentBuilder()
                        .parse(new ByteArrayInputStream(xml))
                        .getElementsByTagName(name);
        return IntStream.range(0, found.getLength())
                .mapToObj(place -> (Element) found.item(place))
                .toList();
    }
}
