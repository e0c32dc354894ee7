package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The customers that a promise speaks of: those with one of some values in a column, those that
 * fulfil a condition (the column is then its text, the value {@code yes}), or everyone.
 *
 * @param column empty for everyone
 * @param values sorted, each once
 */
record Where(String column, List<String> values) {
    static final Where EVERYONE = new Where("", List.of(""));

    private static final String COLUMN =
            "\\s*(?:([\\p{L}_][\\p{L}\\p{N}_]*)|\"((?:[^\"]|\"\")+)\")\\s*";
    private static final String WORD = "'((?:[^']|'')*)'";
    private static final Pattern EQUAL = Pattern.compile(COLUMN + "=\\s*" + WORD + "\\s*");
    private static final Pattern LIST =
            Pattern.compile(
                    COLUMN
                            + "(?i:in)\\s*\\(\\s*("
                            + WORD
                            + "(?:\\s*,\\s*"
                            + WORD
                            + ")*)\\s*\\)\\s*");
    private static final Pattern NEXT_WORD = Pattern.compile(WORD);

    Where {
        values = values.stream().distinct().sorted().toList();
    }

    static Where value(String column, String value) {
        return new Where(column, List.of(value));
    }

    /** What stands under {@code where} in a rule. */
    static Where of(JsonNode rule) {
        if (!rule.has("where")) {
            return EVERYONE;
        }
        String text = rule.path("where").asText();
        Matcher equal = EQUAL.matcher(text);
        if (equal.matches()) {
            return value(column(equal), equal.group(3).replace("''", "'"));
        }
        Matcher list = LIST.matcher(text);
        if (!list.matches()) {
            return value(text, "yes");
        }
        List<String> values = new ArrayList<>();
        Matcher word = NEXT_WORD.matcher(list.group(3));
        while (word.find()) {
            values.add(word.group(1).replace("''", "'"));
        }
        return new Where(column(list), values);
    }

    /** What stands under {@code where} in a limit of plan.json. */
    static Where stated(JsonNode limit) {
        JsonNode where = limit.path("where");
        return where.isMissingNode() || where.isNull()
                ? EVERYONE
                : new Where(
                        where.path("column").asText(),
                        CampaignWords.list(where.path("values")).stream()
                                .map(JsonNode::asText)
                                .toList());
    }

    /** Whether it is a condition of its own and no column's values. */
    static boolean isCondition(JsonNode rule) {
        return rule.has("where") && of(rule).equals(value(rule.path("where").asText(), "yes"));
    }

    boolean isEveryone() {
        return equals(EVERYONE);
    }

    /** Such as {@code for stage new}; empty for everyone. */
    String words() {
        if (isEveryone()) {
            return "";
        }
        return values.equals(Collections.singletonList("yes"))
                ? " where " + column
                : " for %s %s".formatted(column, String.join(" or ", values));
    }

    private static String column(Matcher matcher) {
        return matcher.group(1) != null ? matcher.group(1) : matcher.group(2).replace("\"\"", "\"");
    }
}
