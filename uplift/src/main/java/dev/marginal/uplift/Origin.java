package dev.marginal.uplift;

import dev.marginal.tables.Requires;
import java.util.Optional;

/**
 * Where a model's history comes from, in words for those who read its card.
 *
 * @param campaign whose history it is
 * @param source the file or query that it was read from
 * @param currency of GMV and costs
 * @param period from when to when customers were treated, such as {@code 2026-03-01 to 2026-03-14};
 *     where the history knows
 */
public record Origin(String campaign, String source, String currency, Optional<String> period) {
    public Origin {
        Requires.text(campaign, "campaign");
        Requires.text(source, "source");
        Requires.text(currency, "currency");
    }
}
