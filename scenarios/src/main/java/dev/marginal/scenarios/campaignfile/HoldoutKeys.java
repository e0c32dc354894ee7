package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.holdout.Exploration;
import dev.marginal.scenarios.holdout.Holdout;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/** Who is never sent anything, and who is sent something at random. */
record HoldoutKeys(Section root) {
    /**
     * {@code holdout: {share: 0.05, salt: spring}}.
     *
     * @param name of the holdout
     */
    Optional<Holdout> holdout(String name) {
        if (!root.has("holdout")) {
            return Optional.empty();
        }
        Section section = root.section("holdout", "holdout: {share: 0.05, salt: spring}");
        Optional<BigDecimal> share = share(section);
        String salt = section.text("salt", "salt: spring, a word that you keep");
        OptionalLong from = section.whole("from", 0);
        section.noOtherKeys();
        if (share.isEmpty() || salt.isBlank()) {
            return Optional.empty();
        }
        long first = from.orElse(0);
        long until = first + share.get().movePointRight(4).longValueExact();
        if (until > Holdout.BUCKETS) {
            section.wrong(
                    section.has("from") ? "from" : "share",
                    section.scalarText(section.has("from") ? "from" : "share"),
                    "must leave room for the share: buckets end at 10000",
                    "This holdout would end at %d.".formatted(until));
            return Optional.empty();
        }
        return Optional.of(
                new Holdout(name.isBlank() ? "-" : name, salt, (int) first, (int) until));
    }

    /** {@code exploration: {share: 0.02, salt: spring-explore}}. */
    Optional<Exploration> exploration() {
        if (!root.has("exploration")) {
            return Optional.empty();
        }
        Section section = root.section("exploration", "exploration: {share: 0.02, salt: explore}");
        Optional<BigDecimal> share = share(section);
        String salt = section.text("salt", "salt: explore, a word that you keep");
        section.noOtherKeys();
        return share.isEmpty() || salt.isBlank()
                ? Optional.empty()
                : Optional.of(new Exploration(share.get().doubleValue(), salt));
    }

    private static Optional<BigDecimal> share(Section section) {
        if (!section.has("share")) {
            section.missing("share", "share: 0.05");
        }
        return section.share("share");
    }
}
