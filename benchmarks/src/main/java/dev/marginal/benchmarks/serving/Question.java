package dev.marginal.benchmarks.serving;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * One what-if.
 *
 * @param body as it is posted
 */
record Question(Kind kind, String body) {
    /** So many different ones, of each kind in turn; a longer list begins with the shorter one. */
    static List<Question> drawn(int count, long seed, Planted planted) {
        SplittableRandom random = new SplittableRandom(seed);
        Kind[] kinds = Kind.values();
        List<Question> all = new ArrayList<>();
        Set<String> known = new HashSet<>();
        while (all.size() < count) {
            Kind kind = kinds[all.size() % kinds.length];
            String body =
                    "{\"campaign\":\"%s\",\"scenario\":{%s}}"
                            .formatted(PlantedWords.NAME, kind.changes(random, planted));
            if (known.add(body)) {
                all.add(new Question(kind, body));
            }
        }
        return all;
    }
}
