package dev.marginal.reports;

import java.util.List;

/** What a report begins with: its title, the number that matters, and what to know before it. */
public final class Opening {
    private Opening() {}

    /** What the report is about. */
    public static Html title(String words) {
        return Html.tag("h1", words);
    }

    /** The number that matters, as large as nothing else. */
    public static Html big(String number, String unit) {
        return line("p class='big'", number, Html.tag("small", unit));
    }

    /** What it means, in a sentence or two. */
    public static Html lead(String words) {
        return line("p class='lead'", words);
    }

    /** What must not be passed over. */
    public static Html alarm(String words) {
        return line("p class='alarm'", words);
    }

    /** What somebody says who is not to be believed at once. */
    public static Html claim(String who, String what) {
        return line("p class='claim'", Html.tag("strong", who), what);
    }

    /** A few numbers side by side, each from {@link #number}. */
    public static Html numbers(List<Html> numbers) {
        return Html.tag("dl class='key'", numbers);
    }

    /**
     * One of them.
     *
     * @param detail in small letters below it; empty for none
     */
    public static Html number(String name, String value, String detail) {
        Html more = detail.isEmpty() ? Html.NOTHING : Html.tag("small", detail);
        return line("div", Html.tag("dt", name), Html.tag("dd", value, more));
    }

    private static Html line(String opening, Object... children) {
        return new Html(Html.tag(opening, children).markup() + "\n");
    }
}
