package dev.marginal.scenarios.planted;

import dev.marginal.tables.Column;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * People who come back until they stop: those of an experiment, and others to plan for, whose
 * visits stand in a log. Everything is drawn in the order of the rows.
 *
 * @param kind how they come and stop
 * @param draw somebody new
 * @param life of somebody
 * @param known columns of what is known of some of them, by the letter that their ids begin with
 */
record PlantedPeople<P>(
        PlantedLives.Kind kind,
        Function<PlantedLives, P> draw,
        Function<P, PlantedLife> life,
        Known<P> known) {
    private static final long AUDIENCE = 0x5DEECE66DL;
    private static final String OF_HISTORY = "h";

    /** What is known of people. */
    interface Known<P> {
        List<Column> columns(String letter, List<P> people);
    }

    /** What somebody buys within the experiment's window under an arm. */
    interface Outcome<P, A> {
        double gmv(PlantedLives lives, P person, A arm);
    }

    /** Who got which arm, and what they bought. */
    record Results<A>(List<A> arms, double[] gmv) {
        /** The arms in words. */
        String[] words(Function<A, String> word) {
            return arms.stream().map(word).toArray(String[]::new);
        }
    }

    /**
     * The people to plan for, in files.
     *
     * @param letter that their ids begin with
     * @param log the file of their visits
     * @param columns of that file: who, when, how much
     */
    record Files(String letter, String log, List<String> columns) {}

    /** {@code history.csv.gz}: so many people, each given an arm by lot. */
    <A> Table history(
            long seed,
            int rows,
            List<A> arms,
            Outcome<P, A> outcome,
            Function<Results<A>, List<Column>> told) {
        PlantedLives lives = new PlantedLives(seed, kind);
        List<P> people = new ArrayList<>();
        List<A> given = new ArrayList<>();
        double[] gmv = new double[rows];
        for (int row = 0; row < rows; row++) {
            P person = draw.apply(lives);
            A arm = arms.get(lives.random.nextInt(arms.size()));
            people.add(person);
            given.add(arm);
            gmv[row] = outcome.gmv(lives, person, arm);
        }
        List<Column> columns = new ArrayList<>(known.columns(OF_HISTORY, people));
        columns.addAll(told.apply(new Results<>(given, gmv)));
        return new Table("history.csv.gz", rows, columns);
    }

    /**
     * Writes the log, {@code audience.csv} and {@code truth.csv} of so many people to plan for.
     *
     * @param more columns of the audience that no model learns from
     * @param truth columns of what nobody can know
     */
    void writeAudience(
            Path folder,
            Files files,
            long seed,
            int rows,
            Function<List<P>, List<Column>> more,
            Function<List<P>, List<Column>> truth) {
        PlantedLives lives = new PlantedLives(seed ^ AUDIENCE, kind);
        List<P> people = IntStream.range(0, rows).mapToObj(row -> draw.apply(lives)).toList();
        List<Column> columns = new ArrayList<>(known.columns(files.letter(), people));
        columns.addAll(more.apply(people));
        List<Table> tables =
                List.of(
                        PlantedColumns.log(
                                files.log(),
                                files.columns(),
                                files.letter(),
                                people.stream().map(life).toList()),
                        new Table("audience.csv", rows, columns),
                        new Table("truth.csv", rows, truth.apply(people)));
        tables.forEach(table -> TableFiles.write(table, folder.resolve(table.origin())));
    }
}
