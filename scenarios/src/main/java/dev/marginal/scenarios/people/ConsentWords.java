package dev.marginal.scenarios.people;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** The words by which files say whether a customer agreed. */
final class ConsentWords {
    private static final List<String> YES =
            List.of("yes", "true", "1", "subscribed", "opted_in", "confirmed", "granted", "y", "t");
    private static final List<String> NO =
            List.of(
                    "no",
                    "false",
                    "0",
                    "unsubscribed",
                    "opted_out",
                    "never_subscribed",
                    "unconfirmed",
                    "pending",
                    "denied",
                    "n",
                    "f");
    private static final Set<String> AGREED = Set.copyOf(YES);

    private ConsentWords() {}

    /** Every word, the usual ones first; in lower case, in upper case, and with a capital. */
    static List<String> all() {
        List<String> plain = Stream.concat(interleaved(), rest()).distinct().toList();
        return Stream.of(
                        plain.stream(),
                        plain.stream().map(word -> word.toUpperCase(Locale.ROOT)),
                        plain.stream().map(ConsentWords::capital))
                .flatMap(words -> words)
                .distinct()
                .toList();
    }

    static boolean agreed(String word) {
        return AGREED.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Stream<String> interleaved() {
        return Stream.iterate(0, i -> i < YES.size(), i -> i + 1)
                .flatMap(i -> Stream.of(YES.get(i), NO.get(i)));
    }

    private static Stream<String> rest() {
        return NO.stream();
    }

    private static String capital(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
