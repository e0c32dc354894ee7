package dev.marginal.reports.charts;

/**
 * The colours of a chart, which people with any colour vision tell apart: blue for the plan and
 * what was measured, orange for what it stands beside, grey for everything else. Words can be read
 * on {@link #HEAT} however much of it there is.
 */
public enum Ink {
    PAPER("--paper", "#fdfdfb", "#111417"),
    INK("--ink", "#16191d", "#eceae4"),
    SOFT("--soft", "#59616b", "#9ba4ae"),
    RULE("--rule", "#e3e3dc", "#2a3036"),
    EDGE("--edge", "#c3c5c0", "#49525b"),
    NOW("--now", "#0b64a8", "#64b1f0"),
    WASH("--wash", "#dce9f4", "#1b3145"),
    HEAT("--heat", "#5897c7", "#35618a"),
    BEFORE("--before", "#b75a00", "#f0a24a");

    private final String variable;
    private final String light;
    private final String dark;

    Ink(String variable, String light, String dark) {
        this.variable = variable;
        this.light = light;
        this.dark = dark;
    }

    /** Such as {@code --paper: #fdfdfb}: on light paper. */
    public String onLight() {
        return variable + ": " + light;
    }

    /** The same on dark paper. */
    public String onDark() {
        return variable + ": " + dark;
    }

    String of(Look look) {
        return look == Look.PAGE ? "var(" + variable + ")" : light;
    }
}
