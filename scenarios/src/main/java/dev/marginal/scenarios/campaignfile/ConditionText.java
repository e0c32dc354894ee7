package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A condition on customers, word by word: columns, numbers, quoted words and operators, and nothing
 * that could reach beyond one customer's row. What the words mean together is DuckDB's to say.
 */
final class ConditionText {
    private static final Pattern TOKEN =
            Pattern.compile(
                    "\\s+|(?<quoted>'(?:[^']|'')*')|(?<column>\"(?:[^\"]|\"\")+\")"
                            + "|(?<number>\\d+(?:\\.\\d+)?(?:[eE][+-]?\\d+)?)|(?<word>[\\p{L}_][\\p{L}\\p{N}_]*)"
                            + "|(?<sign><=|>=|<>|!=|[=<>+*/%(),-])");
    private static final Set<String> KEYWORDS =
            Set.of("and", "or", "not", "in", "is", "null", "like", "between", "true", "false");

    /** One word of the condition. */
    private record Token(Kind kind, String text) {
        boolean is(String other) {
            return text.equalsIgnoreCase(other);
        }
    }

    private enum Kind {
        QUOTED,
        COLUMN,
        NUMBER,
        KEYWORD,
        SIGN
    }

    private final List<Token> tokens = new ArrayList<>();
    private String fault = "";

    /** Takes the text apart; see {@link #fault}. */
    ConditionText(String text) {
        Matcher matcher = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length() && fault.isEmpty()) {
            boolean found = matcher.find(at) && matcher.start() == at;
            if (found) {
                add(matcher);
                at = matcher.end();
            } else {
                fault = "must not hold " + text.substring(at, at + 1);
            }
        }
        if (fault.isEmpty()) {
            fault = shapeFault();
        }
    }

    /** What is wrong with it as far as its words show; empty for nothing. */
    String fault() {
        return fault;
    }

    /** The columns that it names, each once. */
    List<String> columns() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.COLUMN)
                .map(Token::text)
                .distinct()
                .toList();
    }

    /**
     * The same as a column's values, where it is {@code column = 'word'} or {@code column in (…)}.
     */
    Optional<Segment> segment() {
        if (tokens.size() < 3 || tokens.get(0).kind() != Kind.COLUMN) {
            return Optional.empty();
        }
        String column = tokens.get(0).text();
        if (tokens.size() == 3 && tokens.get(1).is("=") && quoted(2)) {
            return Optional.of(Segment.of(column, tokens.get(2).text()));
        }
        return isList() ? Optional.of(new Segment(column, listed())) : Optional.empty();
    }

    private boolean isList() {
        int last = tokens.size() - 1;
        if (last < 4 || !tokens.get(1).is("in") || !tokens.get(2).is("(")) {
            return false;
        }
        for (int i = 3; i < last; i++) {
            boolean value = i % 2 == 1;
            if (value ? !quoted(i) : !tokens.get(i).is(",")) {
                return false;
            }
        }
        return last % 2 == 0 && tokens.get(last).is(")");
    }

    private List<String> listed() {
        return tokens.stream()
                .filter(token -> token.kind() == Kind.QUOTED)
                .map(Token::text)
                .distinct()
                .toList();
    }

    private boolean quoted(int number) {
        return tokens.get(number).kind() == Kind.QUOTED;
    }

    private void add(Matcher matcher) {
        if (matcher.group("quoted") != null) {
            tokens.add(new Token(Kind.QUOTED, unquoted(matcher.group(), "'")));
        } else if (matcher.group("column") != null) {
            tokens.add(new Token(Kind.COLUMN, unquoted(matcher.group(), "\"")));
        } else if (matcher.group("number") != null) {
            tokens.add(new Token(Kind.NUMBER, matcher.group()));
        } else if (matcher.group("word") != null) {
            boolean keyword = KEYWORDS.contains(matcher.group().toLowerCase(Locale.ROOT));
            tokens.add(new Token(keyword ? Kind.KEYWORD : Kind.COLUMN, matcher.group()));
        } else if (matcher.group("sign") != null) {
            tokens.add(new Token(Kind.SIGN, matcher.group()));
        }
    }

    private static String unquoted(String text, String quote) {
        return text.substring(1, text.length() - 1).replace(quote + quote, quote);
    }

    private String shapeFault() {
        int open = 0;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            Token before = i == 0 ? new Token(Kind.SIGN, "") : tokens.get(i - 1);
            if (before.is("-") && token.is("-") || before.is("/") && token.is("*")) {
                return "must not hold a comment (%s%s)".formatted(before.text(), token.text());
            }
            if (token.is("(") && before.kind() == Kind.COLUMN) {
                return "must not call a function (%s)".formatted(before.text());
            }
            open += token.is("(") ? 1 : token.is(")") ? -1 : 0;
            if (open < 0) {
                break;
            }
        }
        return open == 0 ? nothingFault() : "must close each parenthesis that it opens";
    }

    private String nothingFault() {
        return columns().isEmpty() ? "must speak of a column of the audience" : "";
    }
}
