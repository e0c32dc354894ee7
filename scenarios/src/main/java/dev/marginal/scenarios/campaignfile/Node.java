package dev.marginal.scenarios.campaignfile;

import java.util.List;
import java.util.Map;

/** A piece of YAML that remembers the line it began on. */
sealed interface Node {
    /** Counted from 1. */
    long line();

    /**
     * A single value.
     *
     * @param text as written, without quotes; {@code null} where nothing was written
     */
    record Scalar(long line, String text) implements Node {}

    /** A list. */
    record Items(long line, List<Node> items) implements Node {}

    /** Keys with values, in file order. */
    record Mapping(long line, Map<String, Node> values) implements Node {}
}
