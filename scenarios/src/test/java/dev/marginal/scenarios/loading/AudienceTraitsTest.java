package dev.marginal.scenarios.loading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Traits;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What rules say of columns, beside an audience of five. */
class AudienceTraitsTest {
    private static final String AUDIENCE =
            """
            id,x,stage,age,vip,joined,talk
            a,1,new,18,1,2026-01-05,2
            b,2,active,30,0,2025-07-01,1.5
            c,3,,45,1,2024-03-09,0
            d,4,at risk,,0,2026-02-11,3
            e,5,new,30.5,1,2023-01-01,1
            """;
    private static final String FILE =
            """
            campaign: c
            currency: USD
            history: {file: history.csv, treatment: arm, control: none, gmv: spend}
            audience: {file: audience.csv, customer: id, ignore: [stage, age, vip, joined, talk]}
            offers: [{offer: push, treatment: push, channel: push%s}]
            budget: 5
            rules: [%s]
            """;

    @TempDir Path folder;

    @BeforeEach
    void write() throws IOException {
        Files.writeString(folder.resolve("audience.csv"), AUDIENCE);
    }

    @Test
    void a_column_sorts_customers_and_a_missing_value_is_one_of_its_values() throws IOException {
        Segmentation stage = only("{rule: segment_budget, by: stage, max_spend: 5}");

        assertThat(stage.column()).isEqualTo("stage");
        assertThat(stage.names()).containsExactly("active", "at risk", "new", Traits.MISSING);
        assertThat(stage.code()).containsExactly(2, 0, 3, 1, 2);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    age >= 30                               | no yes yes no yes
                    age > 30.4                              | no no yes no yes
                    not (age < 30)                          | no yes yes no yes
                    age is null or vip = 1                  | yes no yes yes yes
                    stage = 'new' and joined >= '2026-01-01' | yes no no no no
                    stage = 'at risk' and vip = 0           | no no no yes no
                    vip * 10 + talk between 10 and 11.5     | no no yes no yes
                    """)
    void a_condition_sorts_customers_by_what_duckdb_says(String condition, String answers)
            throws IOException {
        Segmentation found = only("{rule: minimum_reach, where: \"%s\", min_sends: 1}", condition);

        assertThat(found.column()).isEqualTo(condition);
        assertThat(found.names()).containsExactly("no", "yes");
        assertThat(found.code())
                .containsExactly(
                        List.of(answers.split(" ")).stream()
                                .mapToInt(Traits.NO_OR_YES::indexOf)
                                .toArray());
    }

    @Test
    void an_amount_is_read_from_its_column() throws IOException {
        assertThat(traits("", ", amounts: {minutes: talk}").amounts().get("talk"))
                .containsExactly(2, 1.5f, 0, 3, 1);
    }

    @Test
    void a_trait_that_changes_changes_the_fingerprint() throws IOException {
        String rule = "{rule: segment_budget, by: stage, max_spend: 5}";
        String before = load(rule, "").fingerprint();
        Files.writeString(
                folder.resolve("audience.csv"), AUDIENCE.replace("a,1,new", "a,1,active"));

        assertThat(load(rule, "").fingerprint()).isNotEqualTo(before);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    {rule: segment_budget, by: stgae, max_spend: 5}                   | rules[1].by (stgae) must name a column of audience.csv. Did you mean 'stage'?
                    {rule: segment_budget, by: zzzzzz, max_spend: 5}                  | rules[1].by (zzzzzz) must name a column of audience.csv. There are id, x, stage, age, vip, joined, talk.
                    {rule: minimum_reach, where: "aeg >= 30", min_sends: 1}           | rules[1].where (aeg) must name a column of audience.csv. Did you mean 'age'?
                    {rule: segment_budget, by: stage, max_spend: {nwe: 5}}            | rules[1].max_spend.nwe (nwe) must be a value of stage that some customer has. Did you mean 'new'?
                    {rule: minimum_reach, where: "stage = 'lost'", min_sends: 1}      | rules[1].where (lost) must be a value of stage that some customer has. There are active, at risk, new, (missing).
                    {rule: minimum_reach, where: "vip = '1'", min_sends: 1}           | rules[1].where (vip) holds numbers and must be compared with one. Write the number without quotes, such as vip = 0.
                    {rule: minimum_reach, where: "age >= 90", min_sends: 1}           | rules[1].where (age >= 90) holds for no customer of audience.csv.
                    {rule: minimum_reach, where: "age + 1", min_sends: 1}             | rules[1].where (age + 1) must be true or false for each customer. Such as: where: "age >= 30".
                    {rule: minimum_reach, where: "stage >= 3", min_sends: 1}          | rules[1].where (stage >= 3) must be a condition that DuckDB understands: Binder Error: Cannot compare values of type VARCHAR and type INTEGER_LITERAL
                    {rule: minimum_reach, where: "age > > 3", min_sends: 1}           | rules[1].where (age > > 3) must be a condition that DuckDB understands: Parser Error
                    """)
    void what_the_audience_does_not_bear_out_is_told(String rule, String message) {
        assertThatThrownBy(() -> traits(rule, ""))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("campaign.yml line 7: " + message);
    }

    private Segmentation only(String rule, Object... words) throws IOException {
        List<Segmentation> found = traits(rule.formatted(words), "").segmentations();
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private Traits traits(String rule, String offer) throws IOException {
        return load(rule, offer).traits();
    }

    private Audience load(String rule, String offer) throws IOException {
        Path path = folder.resolve("campaign.yml");
        Files.writeString(path, FILE.formatted(offer, rule));
        CampaignFile file = CampaignFileReader.read(path);
        return Audience.load(
                file, List.of(new FeatureSpec("x", false, List.of())), new DuckDbReader());
    }
}
