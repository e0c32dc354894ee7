package dev.marginal.app.rest;

import java.math.BigDecimal;
import java.math.MathContext;

/** Figures in the text format of Prometheus. */
final class MetricsText {
    private final StringBuilder text = new StringBuilder();

    /** Begins a family of figures. */
    void head(String name, String type, String help) {
        text.append("# HELP %s %s\n# TYPE %s %s\n".formatted(name, help, name, type));
    }

    /**
     * A figure.
     *
     * @param labels such as {@code state="done"}; empty for none
     */
    void line(String name, String labels, double value) {
        text.append(name);
        if (!labels.isEmpty()) {
            text.append('{').append(labels).append('}');
        }
        text.append(' ').append(number(value)).append('\n');
    }

    /** A label whose value may hold any letters. */
    static String label(String name, String value) {
        String escaped = value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
        return "%s=\"%s\"".formatted(name, escaped);
    }

    private static String number(double value) {
        return Double.isFinite(value)
                ? new BigDecimal(value).round(MathContext.DECIMAL32).toPlainString()
                : "NaN";
    }

    String text() {
        return text.toString();
    }
}
