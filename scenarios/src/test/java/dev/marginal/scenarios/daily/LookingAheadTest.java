package dev.marginal.scenarios.daily;

import static dev.marginal.scenarios.daily.TwoCampaigns.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.io.TempDir;

/** What looking ahead changes in the plans of a house, and what it never does. */
class LookingAheadTest {
    private static final String VOUCHERS_FLIGHT = "flight: {from: 2026-11-16, until: 2026-11-29}";

    @TempDir static Path folder;
    private static TwoCampaigns house;

    private PlanStore store;

    @BeforeAll
    static void fit() {
        house = new TwoCampaigns(folder);
    }

    @BeforeEach
    void open(TestInfo test) {
        store = house.store(test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void one_day_in_view_is_the_plan_of_the_day_byte_for_byte() throws IOException {
        List<DayPlan> today = house.plan(store, FIRST, house.file("news"), house.file("vouchers"));
        List<DayPlan> ahead =
                house.plan(
                        house.store("one-day"),
                        FIRST,
                        file("news", "look_ahead: 1 day", ""),
                        file("vouchers", "look_ahead: 1 day", ""));

        for (int number = 0; number < 2; number++) {
            for (String name : List.of("sends.csv", "sends.parquet", "not_sent.csv")) {
                assertThat(ahead.get(number).folder().resolve(name))
                        .hasSameBinaryContentAs(today.get(number).folder().resolve(name));
            }
            assertThat(document(ahead.get(number))).doesNotContain("look_ahead\" :");
        }
    }

    /** Tomorrow's news brings what the dearest voucher does, and costs a cent. */
    @Test
    void a_contact_is_kept_for_a_better_message_of_tomorrow() throws IOException {
        CampaignFile vouchers = oneContact("vouchers", "look_ahead: 2 days", "");
        CampaignFile news = oneContact("news", "look_ahead: 2 days", "2026-11-17");
        List<DayPlan> first = house.plan(store, FIRST, vouchers, news);
        house.log(store, FIRST, first, "delivered");
        List<DayPlan> second = house.plan(store, FIRST.plusDays(1), news);
        List<DayPlan> alone =
                house.plan(
                        house.store("alone"),
                        FIRST,
                        oneContact("vouchers", "look_ahead: 1 day", ""));

        assertThat(first)
                .extracting(plan -> plan.record().key().campaign())
                .containsExactly("vouchers");
        assertThat(document(first.get(0))).contains("kept_for_later:news");
        assertThat(keptAndSentTo(first, second)).isPositive();
        assertThat(keptAndSentTo(first, alone)).isPositive();
        assertThat(keptAndSentTo(first, first)).isZero();
    }

    @Test
    void a_campaign_out_of_view_is_refused_as_ever() throws IOException {
        CampaignFile news = file("news", "look_ahead: 2 days", "");
        CampaignFile vouchers = file("vouchers", "look_ahead: 2 days", "2026-11-18");

        assertThatThrownBy(() -> house.plan(store, FIRST, news, vouchers))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("does not include 2026-11-16");
    }

    @Test
    void days_in_view_never_spend_more_than_an_even_part_of_what_is_left() throws IOException {
        List<DayPlan> all = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            LocalDate date = FIRST.plusDays(day);
            double before = all.isEmpty() ? 0 : spend(all);
            List<DayPlan> plans =
                    house.plan(store, date, file("vouchers", "look_ahead: 7 days", ""));
            house.log(store, date, plans, "sent");
            all.addAll(plans);
            assertThat(spend(plans)).isLessThanOrEqualTo((800 - before) / (14 - day) + 1e-6);
        }
        assertThat(spend(all)).isPositive();
    }

    @Test
    void the_same_inputs_give_the_same_bytes() throws IOException {
        CampaignFile news = file("news", "look_ahead: 7 days", "");
        CampaignFile vouchers = file("vouchers", "look_ahead: 7 days", "2026-11-18");
        List<DayPlan> one = house.plan(store, FIRST, news, vouchers);
        List<DayPlan> again = house.plan(store, FIRST, vouchers, news);
        List<DayPlan> other = house.plan(house.store("again"), FIRST, vouchers, news);

        assertThat(again).allMatch(DayPlan::unchanged);
        assertThat(document(other.get(0))).isEqualTo(document(one.get(0)));
        assertThat(other.get(0).folder().resolve("not_sent.csv"))
                .hasSameBinaryContentAs(one.get(0).folder().resolve("not_sent.csv"));
    }

    /** A campaign of the house that looks ahead; and begins on another day. */
    private static CampaignFile file(String campaign, String lookAhead, String from)
            throws IOException {
        String name = "%s-%s".formatted(lookAhead.replaceAll("\\D", ""), from);
        String contacts = Files.readString(folder.resolve("contacts.yml"));
        Files.writeString(
                folder.resolve("contacts-ahead.yml"),
                contacts.replace("caps:", lookAhead + "\ncaps:"));
        String text =
                Files.readString(folder.resolve(campaign + ".yml"))
                        .replace("contacts: contacts.yml", "contacts: contacts-ahead.yml");
        String flown =
                from.isEmpty()
                        ? text
                        : text.replace(
                                VOUCHERS_FLIGHT, VOUCHERS_FLIGHT.replace("2026-11-16", from));
        Path file = folder.resolve("%s-%s.yml".formatted(campaign, name));
        return CampaignFileReader.read(Files.writeString(file, flown));
    }

    /** The same where a week has room for one contact, and news have money for everyone. */
    private static CampaignFile oneContact(String campaign, String lookAhead, String from)
            throws IOException {
        Path file = file(campaign, lookAhead, from).path();
        Path contacts = folder.resolve("contacts-ahead.yml");
        Files.writeString(
                contacts,
                Files.readString(contacts)
                        .replace("at_most: 2, per: 7 days", "at_most: 1, per: 7 days"));
        String text =
                Files.readString(file)
                        .replace("treatment: push", "treatment: coupon_10")
                        .replace("budget: 15.00", "budget: 1500.00");
        return CampaignFileReader.read(Files.writeString(file, text));
    }

    private static String document(DayPlan plan) throws IOException {
        return Files.readString(plan.folder().resolve("plan.json"));
    }

    /** How many customers have a contact kept in some plans and are sent to in others. */
    private static long keptAndSentTo(List<DayPlan> kept, List<DayPlan> sent) {
        return house.count(
                sent,
                "select count(distinct customer) from sends where customer in (select customer from read_csv('%s', all_varchar = true) where reason = 'kept_for_later:news')"
                        .formatted(kept.get(0).folder().resolve("not_sent.csv")));
    }

    private static double spend(List<DayPlan> plans) {
        return house.count(plans, "select sum(cost) * 1000000 from sends") / 1e6;
    }
}
