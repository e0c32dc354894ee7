package dev.marginal.scenarios.loading;

import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.lifecycle.Standing;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.tables.Suggestion;
import dev.marginal.tables.duckdb.Database;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The audience's header beside the columns that the campaign file names.
 *
 * @param names every column of the audience, in its order, and then those of its lifecycle
 */
record AudienceHeader(CampaignFile file, List<String> names) {
    private static final int TOLD = 12;

    /**
     * Reads the header and looks up every column that is named.
     *
     * @param standing has columns beside those of the audience
     * @throws BadInput with every name that is no column, or is one twice
     */
    static AudienceHeader of(CampaignFile file, Optional<Standing> standing) {
        List<String> own = header(file.audience().source());
        List<String> further = standing.map(its -> its.columns().names()).orElse(List.of());
        requireApart(file, own, further);
        AudienceHeader columns =
                new AudienceHeader(file, Stream.concat(own.stream(), further.stream()).toList());
        columns.requireNamed();
        return columns;
    }

    /** A name stands for one column. */
    private static void requireApart(CampaignFile file, List<String> own, List<String> further) {
        Problems problems = new Problems();
        further.stream()
                .filter(own::contains)
                .forEach(
                        name ->
                                problems.add(
                                        new Problem(
                                                file.name(),
                                                file.lifecycle().orElseThrow().line(),
                                                "lifecycle",
                                                name,
                                                "adds a column that %s has already"
                                                        .formatted(file.audience().source().name()),
                                                "Name it otherwise there, or leave it out by a query: sql: select * exclude (%s) from …"
                                                        .formatted(name))));
        problems.throwIfAny();
    }

    private static List<String> header(Source source) {
        try (Database database = Database.over(source.folder())) {
            return database.rows("describe select * from " + Database.scan(source)).stream()
                    .map(column -> column.get("column_name").toString())
                    .toList();
        } catch (IllegalStateException refused) {
            throw new BadInput(
                    Problem.of(
                            source.name(),
                            "must be readable by DuckDB: " + firstLine(refused),
                            ""));
        }
    }

    /** What DuckDB says first, without its full stop. */
    static String firstLine(IllegalStateException refused) {
        return refused.getMessage().lines().findFirst().orElse("").replaceAll("[.!\\s]+$", "");
    }

    private void requireNamed() {
        Problems problems = new Problems();
        for (AudienceWords.Column column : file.words().columns()) {
            requireNamed(column.place(), column.column(), problems);
        }
        for (AudienceWords.Condition condition : file.words().conditions()) {
            condition
                    .columns()
                    .forEach(column -> requireNamed(condition.place(), column, problems));
        }
        problems.throwIfAny();
    }

    private void requireNamed(AudienceWords.Place place, String column, Problems problems) {
        if (!names.contains(column)) {
            problems.add(
                    new Problem(
                            file.name(),
                            place.line(),
                            place.subject(),
                            column,
                            "must name a column of " + file.audience().source().name(),
                            advice(column, names)));
        }
    }

    /** The word that was meant, or those that there are. */
    static String advice(String word, List<String> words) {
        String suggestion = Suggestion.didYouMean(word, words);
        String first = String.join(", ", words.stream().limit(TOLD).toList());
        String more = words.size() > TOLD ? ", … (%,d)".formatted(words.size()) : "";
        return suggestion.isEmpty() ? "There are %s%s.".formatted(first, more) : suggestion;
    }

    /** The columns that rules and offers name, sorted. */
    Set<String> named() {
        Set<String> named = new TreeSet<>();
        file.words().columns().forEach(column -> named.add(column.column()));
        file.words().conditions().forEach(condition -> named.addAll(condition.columns()));
        return named;
    }
}
