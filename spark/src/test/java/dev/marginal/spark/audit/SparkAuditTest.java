package dev.marginal.spark.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.spark.LocalSpark;
import dev.marginal.spark.files.Disk;
import dev.marginal.spark.planning.PlanTables;
import dev.marginal.spark.planning.SpringDays;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever a plan's files do not bear out is found, in whichever part it is. */
class SparkAuditTest {
    @TempDir private Path folder;

    @BeforeEach
    void copy() throws IOException {
        Path original = SpringDays.publishedPlan();
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(PlanTables::isOfPlan).toList()) {
                Path copy = folder.resolve("plan").resolve(original.relativize(file));
                Files.createDirectories(copy.getParent());
                Files.copy(file, copy);
            }
        }
    }

    @Test
    void a_published_plan_keeps_every_promise_of_one_machines_audit() {
        AuditReport report = audit();

        assertThat(report.broken()).isEmpty();
        assertThat(report.claims())
                .extracting(Claim::promise)
                .contains(
                        "every file is as it was written, and no other is there",
                        "the audience's files are those that were read",
                        "no customer stands in two parts, or twice in one",
                        "no offer is sent to a customer twice",
                        "sends, value and spend add up to what plan.json states",
                        "the customers scored are those of the audience file, each once",
                        "cost and value of every send follow from its scores and the campaign file",
                        "the spend stays within the budget",
                        "no customer gets more than 2 sends",
                        "no customer who is held out is sent to",
                        "nobody on a suppression list is sent to",
                        "every send goes out at its channel's time, or when quiet hours end",
                        "every offer that a customer is not sent has one reason",
                        "the reasons add up to what plan.json states",
                        "no plan can be worth more than the bound that these prices prove",
                        "the gap is (bound − value) / bound");
    }

    @Test
    void a_file_that_was_changed_is_named() throws IOException {
        Files.writeString(folder.resolve("plan/campaign.yml"), "# changed\n");

        AuditReport report = audit();

        assertThat(report.broken()).hasSize(1);
        assertThat(report.broken().get(0).finding()).isEqualTo("not so: campaign.yml");
    }

    @Test
    void a_customer_who_stands_in_two_parts_is_found() throws IOException {
        rewrite(
                "scores",
                1,
                "select * from this union all (select * from read_parquet('%s') limit 1)"
                        .formatted(folder.resolve("plan/scores.parquet/part-00000.parquet")));

        assertThat(broken())
                .contains(
                        "no customer stands in two parts, or twice in one",
                        "the customers scored are those of the audience file, each once");
    }

    @Test
    void sends_that_were_added_left_out_or_priced_otherwise_are_found() throws IOException {
        rewrite("sends", 2, "select * replace ((cost + 0.5)::decimal(18, 6) as cost) from this");

        assertThat(broken())
                .contains(
                        "cost and value of every send follow from its scores and the campaign file",
                        "sends, value and spend add up to what plan.json states");
    }

    @Test
    void limits_and_bound_are_held_against_the_campaign_file_over_all_parts() throws IOException {
        Path campaign = folder.resolve("plan/campaign.yml");
        Files.writeString(
                campaign,
                Files.readString(campaign)
                        .replace("budget: 360.00", "budget: 100.00")
                        .replace("amount: minutes, at_most: 450", "amount: minutes, at_most: 5")
                        .replace("channel: coupon, at_most: 1", "channel: coupon, at_most: 0"));
        written("campaign.yml");
        ObjectNode json = json();
        ((ObjectNode) json.path("todays_budget")).put("today", 1);
        write(json);

        assertThat(broken())
                .contains(
                        "the spend stays within the budget",
                        "today's budget and what was spent before stay within the campaign's",
                        "minutes stay within their cap",
                        "no customer gets more than 0 coupon sends",
                        "every price belongs to a limit and has its sign");
    }

    @Test
    void a_bound_that_the_prices_do_not_prove_is_found() throws IOException {
        ObjectNode json = json();
        json.put("price_bound", json.path("price_bound").asDouble() * 0.999);
        write(json);

        assertThat(broken())
                .contains("no plan can be worth more than the bound that these prices prove");
    }

    @Test
    void a_folder_of_one_machine_is_refused() throws IOException {
        Files.delete(folder.resolve("plan/audience.json"));

        assertThatThrownBy(this::audit)
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "is not the folder of a plan that was made on Spark: it has no audience.json")
                .hasMessageContaining("those of one machine are for ./marginal audit");
    }

    private List<String> broken() {
        return audit().broken().stream().map(Claim::promise).toList();
    }

    private AuditReport audit() {
        return new SparkAudit(LocalSpark.session(), new Disk(new Configuration()))
                .audit("file://" + folder.resolve("plan"));
    }

    /** Writes a part's table anew, and its hash, as somebody would who wants to hide it. */
    private void rewrite(String table, int part, String sql) throws IOException {
        String name = "%s.parquet/part-%05d.parquet".formatted(table, part);
        Path file = folder.resolve("plan").resolve(name);
        Path draft = folder.resolve("draft.parquet");
        try (Database database = Database.over(folder)) {
            database.run("create table this as select * from read_parquet('%s')".formatted(file));
            database.run("copy (%s) to '%s' (format parquet)".formatted(sql, draft));
        }
        Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        written(name);
    }

    private void written(String name) throws IOException {
        ObjectNode json = json();
        ((ObjectNode) json.path("files"))
                .put(name, Fingerprint.of(folder.resolve("plan").resolve(name)));
        write(json);
    }

    private ObjectNode json() throws IOException {
        return (ObjectNode) new ObjectMapper().readTree(folder.resolve("plan/plan.json").toFile());
    }

    private void write(ObjectNode json) throws IOException {
        new ObjectMapper().writeValue(folder.resolve("plan/plan.json").toFile(), json);
    }
}
