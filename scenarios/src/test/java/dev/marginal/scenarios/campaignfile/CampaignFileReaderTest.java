package dev.marginal.scenarios.campaignfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.rules.ChannelCap;
import dev.marginal.optimizer.rules.ContactLimit;
import dev.marginal.optimizer.rules.Exclusion;
import dev.marginal.optimizer.rules.OfferQuota;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.FutureValue;
import dev.marginal.scenarios.Learning;
import dev.marginal.scenarios.Objective;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Source;
import dev.marginal.uplift.Head;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CampaignFileReaderTest {
    private static final String GOOD =
            """
            campaign: spring-sale
            currency: USD
            time_zone: Asia/Singapore
            history:
              file: history.csv
              customer: customer_id
              treatment: arm
              control: none
              gmv: spend
              ignore: [visit, conversion]
            audience: {file: audience.csv, customer: customer_id}
            offers:
              - {offer: push, treatment: push, channel: push, cost_per_send: 0.01}
              - {offer: coupon_5, treatment: c5, channel: coupon, cost_per_send: 0.01, cost_per_order: 5.00}
              - {offer: coupon_10, treatment: c10, channel: coupon, cost_per_order: 10.00}
            objective: gmv
            budget: 20000.00
            rules:
              - {rule: contact_limit, channel: any, at_most: 3}
              - {rule: channel_cap, channel: push, max_sends: 500000}
              - {rule: offer_quota, offer: coupon_10, min_sends: 10, max_sends: 5000}
              - {rule: exclusion, offers: [coupon_5, coupon_10]}
            """;

    @TempDir Path folder;

    @Test
    void a_good_file_is_read_whole() throws IOException {
        CampaignFile file = read(GOOD);

        assertThat(file.campaign()).isEqualTo("spring-sale");
        assertThat(file.timeZone()).isEqualTo(ZoneId.of("Asia/Singapore"));
        assertThat(file.history().source()).isEqualTo(new Source.Files(folder, "history.csv"));
        assertThat(file.history().ignore()).containsExactly("visit", "conversion");
        assertThat(file.objective()).isEqualTo(new Objective.Gmv());
        assertThat(file.budget()).isEqualTo(Budget.of(20_000));
        assertThat(file.offers())
                .extracting(offer -> offer.expectedCost(0.5))
                .containsExactly(0.01, 2.51, 5.0);
        assertThat(file.rules().all())
                .containsExactly(
                        new ContactLimit(Scope.ANY, 3),
                        ChannelCap.sends("push", 500_000),
                        new OfferQuota("coupon_10", 10, java.util.OptionalLong.of(5000)),
                        new Exclusion(List.of("coupon_5", "coupon_10")));
    }

    @Test
    void a_learner_is_chosen_named_or_one_of_several() throws IOException {
        Learning usual = read(GOOD).learning();
        assertThat(usual).isEqualTo(read(GOOD + "learner: auto\n").learning());
        assertThat(usual.candidates(60_000)).containsExactly("decomposed", "x", "s");
        assertThat(usual.candidates(1_000_000)).containsExactly("decomposed");
        assertThat(usual.head()).isEqualTo(Head.HURDLE);

        Learning one = read(GOOD + "learner: dr\noutcome: squared\n").learning();
        assertThat(one.candidates(10)).containsExactly("dr");
        assertThat(one.head()).isEqualTo(Head.SQUARED);

        assertThat(read(GOOD + "learner: [x, t]\n").learning().candidates(1_000_000))
                .containsExactly("x", "t");
    }

    @Test
    void a_list_of_learners_names_each_once() {
        assertThatThrownBy(() -> read(GOOD + "learner: [x, x]\noutcome: normal\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("learner (x) must stand in the list once.")
                .hasMessageContaining("outcome (normal) must be one of hurdle, squared, tweedie.");
        assertThatThrownBy(() -> read(GOOD + "learner: [decompose, x]\n"))
                .hasMessageContaining("Did you mean 'decomposed'?");
        assertThatThrownBy(() -> read(GOOD + "learner: []\n"))
                .hasMessageContaining(
                        "learner ([]) must name a learner. Such as: learner: [decomposed, x].");
    }

    @Test
    void profit_comes_with_a_margin_and_a_budget_may_be_unlimited() throws IOException {
        CampaignFile file =
                read(
                        GOOD.replace("objective: gmv", "objective: profit\nmargin: 0.3")
                                .replace("20000.00", "unlimited"));

        assertThat(file.objective()).isEqualTo(new Objective.Profit(0.3));
        assertThat(file.budget()).isEqualTo(Budget.unlimited());
    }

    @Test
    void later_orders_count_by_a_table_that_the_file_names() throws IOException {
        String value = "objective: value\nfuture_value: {file: v.csv, customer: id, column: worth}";

        assertThat(read(GOOD.replace("objective: gmv", value)).objective())
                .isEqualTo(
                        new Objective.Value(
                                new FutureValue(new Source.Files(folder, "v.csv"), "id", "worth")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    objective: value | future_value is missing.
                    objective: value, margin: 0.3 | margin (0.3) has no effect on objective: value.
                    objective: gmv, future_value: {file: v.csv; customer: id} | future_value has no effect on objective: gmv. Maybe set objective: value; what-if --objective gmv then tells what that changes.
                    objective: value, future_value: {file: v.csv} | customer is missing.
                    """)
    void what_later_orders_need_is_told_in_words(String keys, String problem) {
        String text = keys.replace(", ", "\n").replace(';', ',');

        assertThatThrownBy(() -> read(GOOD.replace("objective: gmv", text)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(problem);
    }

    @Test
    void sql_over_files_is_a_source() throws IOException {
        CampaignFile file = read(GOOD.replace("file: history.csv", "sql: select * from 'a.csv'"));

        assertThat(file.history().source())
                .isEqualTo(new Source.Query(folder, "history.sql", "select * from 'a.csv'"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    budget: 20000.00         | budget: -500            | campaign.yml line 17: budget (-500) must be an amount of money from 0 to a trillion, such as 2500.00.
                    budget: 20000.00         | budget: lots            | campaign.yml line 17: budget (lots) must be an amount of money from 0 to a trillion, such as 2500.00.
                    budget: 20000.00         | budget: .inf            | campaign.yml line 17: budget (.inf) must be an amount of money from 0 to a trillion, such as 2500.00.
                    budget: 20000.00         | budgte: 20000.00        | campaign.yml line 17: budgte is not a key here. Did you mean 'budget'?
                    channel: push, max_sends | channel: psuh, max_sends | campaign.yml line 20: rules[2].channel (psuh) must be one of push, coupon. Did you mean 'push'?
                    rule: channel_cap        | rule: channel_cup       | campaign.yml line 20: rules[2].rule (channel_cup) must be one of amount_cap, channel_cap, co_funding, contact_limit, exclusion, minimum_reach, minimum_roi, offer_cap, offer_quota, segment_budget, segment_share. Did you mean 'channel_cap'?
                    max_sends: 500000        | max_sends: 2.5          | campaign.yml line 20: rules[2].max_sends (2.5) must be a whole number, 0 or more.
                    max_sends: 500000        | max_send: 5             | campaign.yml line 20: rules[2].max_send is not a key here. Did you mean 'max_sends'?
                    min_sends: 10            | min_sends: 6000         | campaign.yml line 21: rules[3].min_sends (6000) must not be above max_sends (5000). Maybe they are the wrong way round.
                    [coupon_5, coupon_10]    | [coupon_5, coupon_01]   | campaign.yml line 22: rules[4].offers (coupon_01) must be one of push, coupon_5, coupon_10. Did you mean 'coupon_10'?
                    objective: gmv           | objective: revenue      | campaign.yml line 16: objective (revenue) must be one of gmv, profit, value.
                    objective: gmv           | objective: profit       | campaign.yml line 1: margin is missing. Such as: margin: 0.3, the share of GMV that objective: profit counts.
                    objective: gmv           | margin: 0.3             | campaign.yml line 16: margin (0.3) has no effect on objective: gmv. Maybe set objective: profit.
                    currency: USD            | currency: DOLLAR        | campaign.yml line 2: currency (DOLLAR) must be a currency's three letters. Such as USD, EUR or SGD.
                    Asia/Singapore           | Asia/Singapur           | campaign.yml line 3: time_zone (Asia/Singapur) must be a time zone. Such as Asia/Singapore or UTC.
                    campaign: spring-sale    | campaign: ../../etc     | campaign.yml line 1: campaign (../../etc) must be up to 64 letters, digits, dots, dashes and underscores. It becomes the name of a folder.
                    control: none            | controll: none          | campaign.yml line 5: history.control is missing. Such as: control: none, the word of the rows that got nothing.
                    cost_per_send: 0.01}     | cost_per_send: -1}      | campaign.yml line 13: offers[1].cost_per_send (-1) must be an amount of money from 0 to 100 million, such as 0.05.
                    offer: coupon_10, treatment | offer: push, treatment | campaign.yml line 15: offers[3].offer (push) must be unique. Another offer has the same id.
                    currency: USD            | campaign: again         | campaign.yml line 2: campaign must stand only once here. Delete one of the two.
                    objective: gmv           | learner: y              | campaign.yml line 16: learner (y) must be one of auto, decomposed, s, x, t, r, dr, class, offset, t-logit.
                    """)
    void every_mistake_is_told_with_its_line_and_the_next_step(
            String good, String bad, String message) throws IOException {
        assertThatThrownBy(() -> read(GOOD.replace(good, bad)))
                .isInstanceOfSatisfying(
                        BadInput.class,
                        problem ->
                                assertThat(problem.problems())
                                        .extracting(Object::toString)
                                        .contains(message));
    }

    @Test
    void an_exclusion_of_one_offer_a_second_document_and_names_that_are_no_words_are_told() {
        assertThatThrownBy(
                        () -> read(GOOD.replace("[coupon_5, coupon_10]}", "[coupon_5, coupon_5]}")))
                .hasMessageStartingWith(
                        "campaign.yml line 22: rules[4].offers (coupon_5, coupon_5) must be two or more different offers.");
        assertThatThrownBy(() -> read(GOOD + "---\n" + GOOD))
                .hasMessageContaining("must not begin a second campaign");
        assertThatThrownBy(() -> read(GOOD.replace("offer: push,", "offer: '=1+1',")))
                .hasMessageContaining(
                        "offers[1].offer (=1+1) must be up to 64 letters, digits, spaces and . _ + & -, the first a letter or digit.");
    }

    @Test
    void more_than_64_offers_are_told() {
        String offer = "  - {offer: o%d, treatment: push, channel: push}\n";
        StringBuilder many = new StringBuilder("offers:\n");
        for (int i = 0; i < 65; i++) {
            many.append(offer.formatted(i));
        }

        assertThatThrownBy(() -> read(GOOD.replace("offers:\n", many)))
                .hasMessageContaining("offers (68 offers) must be at most 64.");
    }

    @Test
    void all_mistakes_of_a_file_are_told_at_once() {
        String bad =
                GOOD.replace("USD", "DOLLAR")
                        .replace("20000.00", "-1")
                        .replace("at_most: 3", "at_most: 0");

        assertThatThrownBy(() -> read(bad))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        """
                        3 problems
                        campaign.yml:
                          line 2: currency (DOLLAR) must be a currency's three letters. Such as USD, EUR or SGD.
                          line 17: budget (-1) must be an amount of money from 0 to a trillion, such as 2500.00.
                          line 19: rules[1].at_most (0) must be a whole number, 1 or more."""
                                .replace("\n", System.lineSeparator()));
    }

    @Test
    void broken_yaml_is_told_with_its_line() {
        assertThatThrownBy(() -> read(GOOD.replace("currency: USD", "currency: 'USD")))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("campaign.yml line ")
                .hasMessageContaining("must be YAML");
    }

    @Test
    void an_empty_file_a_missing_file_and_one_that_is_not_utf_8_are_told() throws IOException {
        Path latin = folder.resolve("latin.yml");
        Files.write(latin, "campaign: caf\u00e9".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> read(""))
                .hasMessage(
                        "campaign.yml: must be keys with values. Start with a line such as: campaign: spring-sale.");
        assertThatThrownBy(() -> CampaignFileReader.read(latin))
                .hasMessage("latin.yml: must be UTF-8 text. Save it as UTF-8 and try again.");
        assertThatThrownBy(() -> CampaignFileReader.read(folder.resolve("nowhere.yml")))
                .isInstanceOf(BadInput.class)
                .hasMessageEndingWith(
                        "nowhere.yml: is not a file. Give the path of a campaign file, such as examples/first-plan/campaign.yml.");
    }

    private CampaignFile read(String text) throws IOException {
        Path file = folder.resolve("campaign.yml");
        Files.writeString(file, text);
        return CampaignFileReader.read(file);
    }
}
