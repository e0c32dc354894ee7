package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.Ending;
import dev.marginal.scenarios.drafting.Drafter;
import dev.marginal.scenarios.drafting.TableFinder;
import dev.marginal.scenarios.drafting.Wish;
import dev.marginal.scenarios.drafting.Wishes;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A campaign file drafted from tables as people have them. */
class InitCommandTest {
    @TempDir Path folder;

    @Test
    void a_simulated_campaign_is_drafted_and_the_draft_plans() throws IOException {
        Path world = folder.resolve("world");
        Run.of("simulate", world, "--history", 600, "--customers", 200);
        Files.delete(world.resolve("campaign.yml"));

        Run init = Run.of("init", world, "--yes");

        assertThat(init.exitCode()).isZero();
        assertThat(init.results())
                .contains(
                        "history.csv.gz: 600 rows to learn from; audience.csv: 200 customers to plan for")
                .containsPattern("treatment +arm +4 arms: ")
                .containsPattern("control +none ")
                .containsPattern("outcome +gmv ")
                .contains("  - currency: no column says which currency it is.")
                .containsPattern("features +11: loyalty, recent_orders");
        assertThat(init.messages())
                .contains("Next: ./marginal check " + world.resolve("campaign.yml"));
        Path campaign = world.resolve("campaign.yml");
        Files.writeString(
                campaign,
                Files.readString(campaign)
                        .replace("objective:", "learner: x\ntarget_gap: 0.01\nobjective:"));
        Run plan = Run.of("plan", campaign, "--out", folder.resolve("plan"));
        assertThat(plan.messages()).doesNotContain("should not have happened");
        assertThat(plan.exitCode()).isZero();
    }

    @Test
    void odd_names_semicolons_decimal_commas_and_dates_are_read() throws IOException {
        Path history = odd();

        Run init = Run.of("init", history, "--yes");

        assertThat(init.messages()).doesNotContain("must");
        assertThat(init.exitCode()).isZero();
        assertThat(Files.readString(folder.resolve("campaign.yml")))
                .contains(
                        "cast(replace(replace(\"Umsatz €\", '.', ''), ',', '.') as double) as \"Umsatz €\"",
                        "cast(case when \"Alter\" not in ('k.A.') then \"Alter\" end as double)",
                        "cast(replace(replace(case when \"Ø Bon\" not in ('-') then \"Ø Bon\" end, '.', ''), ',', '.') as double)",
                        "partition by \"Kundennr.\" order by \"Datum\" desc",
                        "treatment: \"Gruppe (Test)\"",
                        "control: Kontrolle",
                        "time: Datum",
                        "currency: EUR",
                        "#   Leer                         # the same in every row",
                        "{offer: Gutschein 10, treatment: \"Gutschein 10€\", channel: coupon, cost_per_send: 0.10,"
                                + " cost_per_order: 10, family: coupon, face_value: 10}");
    }

    @Test
    void a_trace_of_the_purchase_is_no_feature() throws IOException {
        Path history =
                history((random, arm, gmv) -> "%s,%d".formatted(arm, gmv > 0 ? 1 : 0), "arm,v7");

        Run init = Run.of("init", history, "--yes", "--json");

        assertThat(init.results())
                .contains(
                        "\"column\" : \"v7\",\n    \"role\" : \"left_out\",\n    \"why\" : \"it tells who buys in 100 of 100 pairs\"")
                .contains("\"written\" : true")
                .contains("\"control\" : \"none\"");
    }

    @Test
    void where_everybody_was_treated_there_is_one_clear_error() throws IOException {
        Path history = history((random, arm, gmv) -> "push", "arm");

        Run init = Run.of("init", history, "--yes");

        assertThat(init.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(init.messages())
                .contains(
                        "history.csv: column (arm) says the same of every row: push (400 rows).",
                        "hold some customers out of the next campaign");
        assertThat(folder.resolve("campaign.yml")).doesNotExist();
    }

    @Test
    void without_a_treatment_the_possible_columns_are_told() throws IOException {
        Path history = history((random, arm, gmv) -> arm.equals("none") ? "x" : "z", "what");

        Run init = Run.of("init", history);

        assertThat(init.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(init.messages())
                .contains("history.csv: has no column that looks like a treatment.")
                .contains("Name it with --treatment COLUMN")
                .contains("Possible: age, spend, what.");
        Run named = Run.of("init", history, "--treatment", "what", "--control", "x", "--dry-run");
        assertThat(named.exitCode()).isZero();
        assertThat(named.results()).contains("treatment: what", "control: x");
        assertThat(folder.resolve("campaign.yml")).doesNotExist();
        Run mistyped = Run.of("init", history, "--treatment", "waht");
        assertThat(mistyped.messages())
                .contains("--treatment (waht) must be a column. Did you mean 'what'?");
    }

    @Test
    void a_file_that_is_there_is_left_alone() throws IOException {
        Path history = history((random, arm, gmv) -> arm, "arm");
        Path campaign = Files.writeString(folder.resolve("campaign.yml"), "mine\n");

        Run refused = Run.of("init", history, "--yes");
        assertThat(refused.exitCode()).isEqualTo(Ending.ALREADY_PUBLISHED.exitCode());
        assertThat(refused.messages())
                .contains("is there already; nothing was written.", "--out", "--force");
        assertThat(campaign).hasContent("mine");

        assertThat(Run.of("init", history, "--yes", "--force").exitCode()).isZero();
        assertThat(campaign).content().startsWith("# Drafted by `marginal init`");
        assertThat(folder.toFile().list()).hasSize(2);
    }

    @Test
    void a_table_with_a_hole_in_its_outcome_is_told_and_nothing_is_written() throws IOException {
        Path history = history((random, arm, gmv) -> arm, "arm");
        Files.writeString(history, Files.readString(history) + "c9999,30,,push\n");

        Run init = Run.of("init", history, "--yes");

        assertThat(init.exitCode()).isEqualTo(Ending.BAD_INPUT.exitCode());
        assertThat(init.messages()).contains("history.csv line 402: spend must not be empty");
        assertThat(folder.toFile().list()).hasSize(1);
    }

    @Test
    void a_person_answers_with_enter_or_a_word_of_their_own() throws IOException {
        Path history =
                history(
                        (random, arm, gmv) -> arm + "," + (random.nextBoolean() ? "a" : "b"),
                        "arm,test");
        Drafter drafter = drafter(history);
        List<String> said = new ArrayList<>();
        Dialogue dialogue =
                new Dialogue(
                        new BufferedReader(new StringReader("tset\ntest\nb\n\n\nSGD\n0.02\n\n")),
                        said::add);

        Wishes wishes = dialogue.ask(drafter, Wishes.NONE);

        assertThat(wishes.of(Wish.TREATMENT)).contains("test");
        assertThat(wishes.of(Wish.CONTROL)).contains("b");
        assertThat(wishes.of(Wish.OUTCOME)).isEmpty();
        assertThat(wishes.of(Wish.CURRENCY)).contains("SGD");
        assertThat(said)
                .contains("Which column says what each row got?")
                .anyMatch(line -> line.contains("'tset' is not one of ") && line.contains("'test'"))
                .anyMatch(line -> line.startsWith("  Enter for spend ("));
        assertThat(drafter.draft(wishes).text())
                .contains("treatment: test", "control: b", "cost_per_send: 0.02", "currency: SGD");
    }

    private static Drafter drafter(Path history) {
        Progress silent = what -> {};
        return new Drafter(
                new TableFinder(Wishes.NONE, silent).find(List.of(history), Optional.empty()),
                history.resolveSibling("campaign.yml"),
                new DuckDbReader(),
                new Execution(2),
                silent);
    }

    /** What stands behind id, age and spend in a row. */
    private interface More {
        String of(Random random, String arm, double gmv);
    }

    private Path history(More more, String header) throws IOException {
        Random random = new Random(7);
        StringBuilder text = new StringBuilder("customer_id,age,spend," + header + "\n");
        for (int row = 0; row < 400; row++) {
            String arm = List.of("none", "push", "mail").get(random.nextInt(3));
            double gmv = random.nextInt(5) == 0 ? 1 + random.nextInt(50) : 0;
            text.append("c%d,%d,%.2f,".formatted(row, 20 + random.nextInt(30), gmv))
                    .append(more.of(random, arm, gmv))
                    .append('\n');
        }
        return Files.writeString(folder.resolve("history.csv"), text);
    }

    private Path odd() throws IOException {
        Random random = new Random(3);
        StringBuilder text =
                new StringBuilder(
                        "Kundennr.;\"Gruppe (Test)\";Datum;Alter;Ø Bon;Stadt;Leer;Umsatz €\n");
        for (int row = 0; row < 600; row++) {
            String arm = List.of("Kontrolle", "Gutschein 5€", "Gutschein 10€").get(row % 3);
            text.append(
                    "%d;%s;2026-09-%02d;%s;%s;\"Bad %d; Ort\";;%s\n"
                            .formatted(
                                    100 + random.nextInt(500),
                                    arm,
                                    1 + row / 3 % 28,
                                    row % 20 == 0 ? "k.A." : "" + (18 + random.nextInt(60)),
                                    row % 9 == 0 ? "-" : "1.%03d,5".formatted(random.nextInt(999)),
                                    random.nextInt(3),
                                    row % 4 == 0 ? random.nextInt(90) + ",50" : "0,00"));
        }
        return Files.writeString(folder.resolve("Aktion Frühjahr.csv"), text);
    }
}
