package dev.marginal.scenarios.campaignfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.rules.Allowance;
import dev.marginal.optimizer.rules.AmountCap;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.CoFunding;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.MinimumReach;
import dev.marginal.optimizer.rules.MinimumRoi;
import dev.marginal.optimizer.rules.OfferCap;
import dev.marginal.optimizer.rules.SegmentBudget;
import dev.marginal.optimizer.rules.SegmentShare;
import dev.marginal.scenarios.Amount;
import dev.marginal.scenarios.AudienceWords;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rules with segments, value and amounts, and the keys that say how to search. */
class RuleSentencesTest {
    private static final String FILE =
            """
            campaign: spring-sale
            currency: USD
            history: {file: history.csv, treatment: arm, control: none, gmv: spend}
            audience: {file: audience.csv, customer: customer_id}
            offers:
              - {offer: push, treatment: push, channel: push, amounts: {minutes: 0.5}}
              - {offer: call, treatment: call, channel: phone, cost_per_order: 5, amounts: {minutes: talk}}
            budget: 20000.00
            %s
            """;

    @TempDir Path folder;

    @Test
    void every_rule_is_read_as_it_is_written() throws IOException {
        CampaignFile file =
                rules(
                        "{rule: minimum_reach, where: \"stage = 'new'\", min_sends: 5000}",
                        "{rule: minimum_roi, at_least: 1.50, channel: push, where: \"age >= 30 and vip = 1\"}",
                        "{rule: segment_budget, by: region, max_spend: {north: 1000, south: 2000}, max_sends: 9}",
                        "{rule: segment_share, by: region, of: spend, at_most: 0.4, at_least: 0.1}",
                        "{rule: offer_cap, offers: [push, call], min_spend: 10}",
                        "{rule: contact_limit, offers: [call], at_most: 1}",
                        "{rule: channel_cap, channel: push, where: \"country in ('SG', 'MY')\", max_sends: 5}",
                        "{rule: amount_cap, amount: minutes, at_most: 5000}");

        Allowance north =
                new Allowance(
                        OptionalLong.empty(),
                        OptionalLong.of(9),
                        OptionalDouble.empty(),
                        OptionalDouble.of(1000));
        Allowance south =
                new Allowance(
                        OptionalLong.empty(),
                        OptionalLong.of(9),
                        OptionalDouble.empty(),
                        OptionalDouble.of(2000));
        Allowance others =
                new Allowance(
                        OptionalLong.empty(),
                        OptionalLong.of(9),
                        OptionalDouble.empty(),
                        OptionalDouble.empty());
        Allowance cap =
                new Allowance(
                        OptionalLong.empty(),
                        OptionalLong.empty(),
                        OptionalDouble.of(10),
                        OptionalDouble.empty());
        assertThat(file.rules().all())
                .containsExactly(
                        new MinimumReach(Scope.ANY, Segment.of("stage", "new"), 5000),
                        new MinimumRoi(
                                new BigDecimal("1.5"),
                                new Scope.OfChannel("push"),
                                Segment.of("age >= 30 and vip = 1", "yes")),
                        new SegmentBudget(
                                "region",
                                Scope.ANY,
                                Map.of("north", north, "south", south),
                                others),
                        new SegmentShare(
                                "region",
                                Charge.COST,
                                Optional.of(new BigDecimal("0.1")),
                                Optional.of(new BigDecimal("0.4"))),
                        new OfferCap(List.of("push", "call"), Segment.EVERYONE, cap),
                        new ContactLimit(new Scope.Of(List.of("call")), 1),
                        new ChannelCap(
                                "push",
                                Segment.of("country", "SG", "MY"),
                                OptionalLong.of(5),
                                OptionalDouble.empty()),
                        new AmountCap(
                                "minutes",
                                Scope.ANY,
                                Segment.EVERYONE,
                                OptionalDouble.empty(),
                                OptionalDouble.of(5000)));
    }

    @Test
    void co_funding_names_the_share_at_the_offer_and_each_payers_budget_in_the_rule()
            throws IOException {
        CampaignFile file =
                coFunded(
                        "{rule: co_funding, by: merchant, max_spend: {aurora: 900, birch: 400.5}}",
                        "{rule: co_funding, offers: [call], max_spend: 70}");

        assertThat(file.offers().get(1).coFunded()).isEqualByComparingTo("0.6");
        assertThat(file.offers().get(0).isCoFunded()).isFalse();
        assertThat(file.rules().all())
                .containsExactly(
                        new CoFunding(
                                "merchant",
                                Scope.ANY,
                                List.of("call"),
                                Map.of("aurora", 900.0, "birch", 400.5)),
                        CoFunding.of(List.of("call"), 70));
        assertThat(file.words().columns())
                .filteredOn(column -> column.column().equals("merchant"))
                .singleElement()
                .satisfies(
                        column -> assertThat(column.values()).containsOnlyKeys("aurora", "birch"));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {rule: co_funding, by: merchant}                           | rules[1].max_spend is missing. Such as: max_spend: {aurora: 900, birch: 400}.
                    {rule: co_funding, by: merchant, max_spend: 900}           | rules[1].max_spend (900) must name a budget for each that pays, as by tells several. Such as: max_spend: {aurora: 900, birch: 400}; who is not named pays nothing.
                    {rule: co_funding, max_spend: {aurora: 900}}               | rules[1].by is missing. Such as: by: region, a column of the audience.
                    {rule: co_funding, by: merchant, max_spend: {aurora: all}} | rules[1].max_spend.aurora (all) must be an amount of money from 0 to a trillion, such as 2500.00.
                    {rule: co_funding, offers: [push], max_spend: 9}           | rules[1].rule (co_funding) needs an offer that others pay a share of. Such as: co_funded: 0.6 at the offer.
                    """)
    void every_mistake_of_co_funding_is_told(String rule, String message) {
        assertThatThrownBy(() -> coFunded(rule))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("campaign.yml line 10: " + message);
    }

    @Test
    void a_co_funded_share_is_a_share() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "seed: 1",
                                        text ->
                                                text.replace(
                                                        "cost_per_order: 5",
                                                        "cost_per_order: 5, co_funded: 60")))
                .hasMessageContaining(
                        "offers[2].co_funded (60) must be a share between 0 and 1 with at most four decimals, such as 0.4.");
    }

    private CampaignFile coFunded(String... rules) throws IOException {
        return read(
                "rules:\n  - " + String.join("\n  - ", rules),
                text -> text.replace("cost_per_order: 5", "cost_per_order: 5, co_funded: 0.6"));
    }

    @Test
    void what_only_the_audience_can_tell_is_kept_with_its_place() throws IOException {
        CampaignFile file =
                rules(
                        "{rule: segment_budget, by: region, max_spend: {north: 1000}}",
                        "{rule: minimum_reach, where: \"age >= 30\", min_sends: 5}");

        assertThat(file.words().columns())
                .extracting(AudienceWords.Column::column)
                .containsExactly("talk", "region");
        assertThat(file.words().columns().get(1).values())
                .containsEntry("north", new AudienceWords.Place(10, "rules[1].max_spend.north"));
        assertThat(file.words().conditions())
                .containsExactly(
                        new AudienceWords.Condition(
                                new AudienceWords.Place(11, "rules[2].where"),
                                "age >= 30",
                                List.of("age")));
        assertThat(file.offers().get(0).amounts()).containsEntry("minutes", new Amount.Fixed(0.5));
        assertThat(file.offers().get(1).amounts())
                .containsEntry("minutes", new Amount.OfColumn("talk"));
    }

    @Test
    void confidence_gap_and_time_reach_budget_and_search() throws IOException {
        CampaignFile file = read("budget_confidence: 0.95\ntarget_gap: 1e-4\ntime_limit: 5 min");

        assertThat(file.budget()).isEqualTo(Budget.of(20_000).with(0.95));
        assertThat(file.search()).isEqualTo(new AllocatorSettings(1e-4, Duration.ofMinutes(5)));
        assertThat(read("seed: 7").search()).isEqualTo(AllocatorSettings.defaults());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    {rule: minimum_reach, min_sends: 0}                              | min_sends (0) must be a whole number, 1 or more.
                    {rule: minimum_reach, channel: any}                              | min_sends is missing. Such as: min_sends: 500.
                    {rule: minimum_reach, channel: any, offers: [push], min_sends: 5} | channel (and offers) must not both be given. Keep one of the two.
                    {rule: minimum_reach, offers: [psuh], min_sends: 5}              | offers (psuh) must be one of push, call. Did you mean 'push'?
                    {rule: minimum_roi}                                              | at_least is missing. Such as: at_least: 1.5.
                    {rule: minimum_roi, at_least: 1.23456}                           | at_least (1.23456) must be a number from 0 to 10,000 with at most four decimals, such as 1.5.
                    {rule: segment_budget, by: region}                               | max_spend is missing. Such as: max_spend: {north: 1000, south: 2000}, or max_spend: 500.
                    {rule: segment_budget, max_spend: 5}                             | by is missing. Such as: by: region, a column of the audience.
                    {rule: segment_budget, by: region, max_spend: {north: lots}}     | max_spend.north (lots) must be an amount of money from 0 to a trillion, such as 2500.00.
                    {rule: segment_budget, by: region, max_sends: {north: 5}, min_sends: 9} | min_sends (north) must not be above max_sends. Maybe they are the wrong way round.
                    {rule: segment_share, by: region, of: value, at_most: 0.4}       | of (value) must be one of spend, sends.
                    {rule: segment_share, by: region, of: spend, at_most: 40}        | at_most (40) must be a share between 0 and 1 with at most four decimals, such as 0.4.
                    {rule: segment_share, by: region, of: spend, at_most: 0.1, at_least: 0.2} | at_least (0.2) must not be above at_most (0.1). Maybe they are the wrong way round.
                    {rule: segment_share, by: region, of: spend}                     | at_most is missing. Such as: at_most: 0.4.
                    {rule: offer_cap, offers: [push]}                                | max_sends is missing. Such as: max_sends: 500, or max_spend: 500, or min_sends: 500, or min_spend: 500.
                    {rule: offer_cap, offers: [push, push], max_sends: 5}            | offers (push, push) must be one or more different offers. Such as: offers: [coupon_5, coupon_10].
                    {rule: offer_cap, offers: [push], min_spend: 5, max_spend: 4}    | min_spend (5) must not be above max_spend (4). Maybe they are the wrong way round.
                    {rule: amount_cap, amount: hours, at_most: 5}                    | amount (hours) must be an amount that offers declare. Such as: amounts: {hours: 6} at an offer.
                    {rule: amount_cap, amount: minutes}                              | at_most is missing. Such as: at_most: 5000.
                    """)
    void every_mistake_of_a_rule_is_told(String rule, String message) {
        assertThatThrownBy(() -> rules(rule))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("campaign.yml line 10: rules[1]." + message);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    age >= 30; drop table x          | must not hold ;
                    age in (select max(age) from x)  | must not call a function (max)
                    lower(stage) = 'new'             | must not call a function (lower)
                    age >= 30 -- and more            | must not hold a comment (--)
                    (age >= 30                       | must close each parenthesis that it opens
                    age >= 30) or (age < 20          | must close each parenthesis that it opens
                    1 = 1                            | must speak of a column of the audience
                    """)
    void a_condition_that_reaches_beyond_a_customer_is_refused(String condition, String message) {
        assertThatThrownBy(
                        () ->
                                rules(
                                        "{rule: minimum_reach, where: \"%s\", min_sends: 5}"
                                                .formatted(condition)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "campaign.yml line 10: rules[1].where (%s) %s. Such as: where: \"stage = 'new'\""
                                .formatted(condition, message));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    budget_confidence: 2   | budget_confidence (2) must be a probability from 0.5 to 0.9999, such as 0.95.
                    target_gap: -1         | target_gap (-1) must be a share between 0 and 1, such as 1e-6.
                    time_limit: 60         | time_limit (60) must be a duration. Such as 60 s, 5 min or 1 h.
                    time_limit: 0 s        | time_limit (0 s) must be a duration. Such as 60 s, 5 min or 1 h.
                    """)
    void every_mistake_of_a_key_is_told(String line, String message) {
        assertThatThrownBy(() -> read(line))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("campaign.yml line 9: " + message);
    }

    @Test
    void confidence_needs_a_budget_and_costs_that_can_be_counted() {
        assertThatThrownBy(
                        () ->
                                read(
                                        "budget_confidence: 0.9",
                                        text -> text.replace("20000.00", "unlimited")))
                .hasMessageContaining(
                        "budget_confidence (0.9) has no effect on budget: unlimited. Maybe set a budget.");
        assertThatThrownBy(
                        () ->
                                read(
                                        "budget_confidence: 0.9",
                                        text ->
                                                text.replace(
                                                        "cost_per_order: 5",
                                                        "cost_per_order: 70000")))
                .hasMessageContaining(
                        "budget_confidence (0.9) needs a cost_per_order of at most 60,000 at every offer, but call has 70000.00.");
    }

    @Test
    void an_amount_has_a_name_of_its_own_and_a_number_or_a_column() {
        assertThatThrownBy(
                        () -> read("seed: 1", text -> text.replace("{minutes: 0.5}", "{cost: 1}")))
                .hasMessageContaining(
                        "offers[1].amounts.cost cannot be the name of an amount. Take a word of your own, such as minutes.");
        assertThatThrownBy(
                        () ->
                                read(
                                        "seed: 1",
                                        text -> text.replace("{minutes: 0.5}", "{minutes: 1.x}")))
                .hasMessageContaining(
                        "offers[1].amounts.minutes (1.x) must be a number within a billion, or a column of the audience.");
    }

    private CampaignFile rules(String... rules) throws IOException {
        return read("rules:\n  - " + String.join("\n  - ", rules));
    }

    private CampaignFile read(String end) throws IOException {
        return read(end, text -> text);
    }

    private CampaignFile read(String end, UnaryOperator<String> change) throws IOException {
        Path file = folder.resolve("campaign.yml");
        Files.writeString(file, change.apply(FILE.formatted(end)));
        return CampaignFileReader.read(file);
    }
}
