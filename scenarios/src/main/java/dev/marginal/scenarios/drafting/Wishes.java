package dev.marginal.scenarios.drafting;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is known of a draft beforehand.
 *
 * @param known what is not to be guessed
 * @param ignore columns to leave out
 * @param categories columns to read as words
 */
public record Wishes(Map<Wish, String> known, List<String> ignore, List<String> categories) {
    /** Everything is to be guessed. */
    public static final Wishes NONE = new Wishes(Map.of(), List.of(), List.of());

    public Wishes {
        known = Map.copyOf(known);
        ignore = List.copyOf(ignore);
        categories = List.copyOf(categories);
    }

    /** What is known of one thing. */
    public Optional<String> of(Wish wish) {
        return Optional.ofNullable(known.get(wish));
    }

    /** The same, and this. */
    public Wishes with(Wish wish, String value) {
        Map<Wish, String> more = new EnumMap<>(Wish.class);
        more.putAll(known);
        more.put(wish, value);
        return new Wishes(more, ignore, categories);
    }
}
