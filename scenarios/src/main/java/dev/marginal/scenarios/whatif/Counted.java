package dev.marginal.scenarios.whatif;

/** How many of what, in words. */
final class Counted {
    private Counted() {}

    /** Such as {@code 1 send goes} or {@code 1,200 sends go}. */
    static String of(long count, String one, String many) {
        return "%,d %s".formatted(count, count == 1 ? one : many);
    }
}
