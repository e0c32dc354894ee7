package dev.marginal.scenarios.loading;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.SegmentNames;
import dev.marginal.scenarios.Traits;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.TableReader;
import dev.marginal.tables.duckdb.Database;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * An audience that is read in parts, each on its own: what a part has to tell of itself, and what
 * must hold of all parts together.
 */
public final class AudienceParts {
    /** As one machine numbers values: by the alphabet, the missing one last. */
    private static final Comparator<String> ORDER =
            Comparator.comparing((String name) -> name.equals(Traits.MISSING))
                    .thenComparing(Comparator.naturalOrder());

    private AudienceParts() {}

    /** What a column of a condition holds in a part. */
    enum Kind {
        NUMBERS,
        WORDS,
        NOTHING
    }

    /**
     * What a part tells of the columns and conditions that rules speak of.
     *
     * @param names of each segmentation, in their order
     * @param held the conditions that hold for somebody
     * @param kinds of the columns that conditions name
     */
    public record Told(List<SegmentNames> names, Set<String> held, SortedMap<String, Kind> kinds)
            implements Serializable {
        public Told {
            names = List.copyOf(names);
            held = Set.copyOf(held);
        }
    }

    /**
     * Reads the part that {@code file} names as its audience.
     *
     * @throws dev.marginal.tables.BadInput with every problem of the part
     */
    public static Audience read(CampaignFile file, List<FeatureSpec> known, TableReader reader) {
        return Audience.part(file, known, reader);
    }

    /** What a part that was read tells of itself. */
    public static Told told(CampaignFile file, Audience part) {
        List<Segmentation> all = part.traits().segmentations();
        Set<String> texts =
                file.words().conditions().stream()
                        .map(AudienceWords.Condition::text)
                        .collect(Collectors.toSet());
        Set<String> held =
                all.stream()
                        .filter(one -> texts.contains(one.column()))
                        .filter(AudienceParts::holdsForSomebody)
                        .map(Segmentation::column)
                        .collect(Collectors.toSet());
        return new Told(all.stream().map(SegmentNames::of).toList(), held, kinds(file));
    }

    /**
     * The values of every segmentation over all parts, numbered as one machine would.
     *
     * @param file with the name of the whole audience, for messages
     * @throws dev.marginal.tables.BadInput with every word that the audience does not bear out, and
     *     every column that would be read otherwise in one piece
     */
    public static List<SegmentNames> together(CampaignFile file, List<Told> parts) {
        requireOneKind(file, parts);
        List<SegmentNames> together = new ArrayList<>();
        for (int column = 0; column < parts.get(0).names().size(); column++) {
            int place = column;
            together.add(
                    parts.stream()
                            .map(part -> part.names().get(place))
                            .reduce((some, others) -> some.and(others, ORDER))
                            .orElseThrow());
        }
        BorneOut words = new BorneOut(file);
        words.requireColumns(column -> names(together, column));
        words.requireConditions(
                text -> parts.stream().anyMatch(part -> part.held().contains(text)));
        return together;
    }

    private static List<String> names(List<SegmentNames> all, String column) {
        return all.stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .orElseThrow()
                .names();
    }

    private static boolean holdsForSomebody(Segmentation condition) {
        int yes = Traits.NO_OR_YES.indexOf("yes");
        for (int code : condition.code()) {
            if (code == yes) {
                return true;
            }
        }
        return false;
    }

    private static SortedMap<String, Kind> kinds(CampaignFile file) {
        TreeSet<String> columns = new TreeSet<>();
        file.words().conditions().forEach(condition -> columns.addAll(condition.columns()));
        SortedMap<String, Kind> kinds = new TreeMap<>();
        if (columns.isEmpty()) {
            return kinds;
        }
        try (Database database = Database.over(file.audience().source().folder())) {
            String scan = Database.scan(file.audience().source());
            TypedColumns typed = new TypedColumns(database, scan);
            Map<String, Object> numeric = typed.areNumeric(columns);
            Map<String, Object> filled = typed.filled(columns);
            columns.forEach(column -> kinds.put(column, kind(numeric, filled, column)));
        }
        return kinds;
    }

    private static Kind kind(
            Map<String, Object> numeric, Map<String, Object> filled, String column) {
        if (((Number) filled.get(column)).longValue() == 0) {
            return Kind.NOTHING;
        }
        return Boolean.TRUE.equals(numeric.get(column)) ? Kind.NUMBERS : Kind.WORDS;
    }

    /** A column of conditions is a number where all its cells are, in whichever file. */
    private static void requireOneKind(CampaignFile file, List<Told> parts) {
        Problems problems = new Problems();
        for (AudienceWords.Condition condition : file.words().conditions()) {
            for (String column : condition.columns()) {
                if (has(parts, column, Kind.NUMBERS) && has(parts, column, Kind.WORDS)) {
                    problems.add(
                            new Problem(
                                    file.name(),
                                    condition.place().line(),
                                    condition.place().subject(),
                                    column,
                                    "holds numbers alone in some files of the audience and words in others, so that its files cannot be read apart",
                                    "Store the column as one type, or plan on one machine with ./marginal plan."));
                }
            }
        }
        problems.throwIfAny();
    }

    private static boolean has(List<Told> parts, String column, Kind kind) {
        return parts.stream().anyMatch(part -> part.kinds().get(column) == kind);
    }
}
