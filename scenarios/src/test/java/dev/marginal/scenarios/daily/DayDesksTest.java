package dev.marginal.scenarios.daily;

import static dev.marginal.scenarios.daily.TwoCampaigns.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.StaleInput;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import dev.marginal.scenarios.holdout.HeldOut;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.scenarios.whatif.ImpossibleChange;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.scenarios.whatif.Scenario;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A desk on a day plans what the daily plan would publish, and changes nothing. */
class DayDesksTest {
    private static final LocalDate SECOND = FIRST.plusDays(1);

    private static Path folder;
    private static TwoCampaigns house;
    private static PlanStore store;
    private static CampaignFile vouchers;
    private static CampaignFile news;
    private static PlanningDesk desk;
    private static Answer everyday;
    private static DayPlan published;

    /** Both campaigns have sent on the first day, and one is planned for the second. */
    @BeforeAll
    static void begin(@TempDir Path home) throws IOException {
        folder = home;
        house = new TwoCampaigns(home);
        store = house.store("store");
        vouchers = house.file("vouchers");
        news = house.file("news");
        house.log(store, FIRST, house.plan(store, FIRST, vouchers, news), "delivered");
        house.plan(store, SECOND, news);
        desk = desks(store).desk(List.of(vouchers), "vouchers");
        everyday = desk.answer(Scenario.EVERYDAY);
        published = house.plan(store, SECOND, vouchers).get(0);
    }

    @Test
    void the_answer_without_changes_is_the_plan_that_is_then_published() {
        assertSame(everyday, published);
        assertThat(everyday.plan().sends().sends()).isPositive();
        assertThat(everyday.brief().file().budget().atMost().getAsDouble()).isLessThan(800);
    }

    @Test
    void a_plan_that_stands_already_is_not_counted_against_itself() {
        Answer again = desks(store).desk(List.of(vouchers), "vouchers").answer(Scenario.EVERYDAY);

        assertSame(again, published);
    }

    @Test
    void a_campaign_planned_together_with_others_is_planned_around_them() {
        PlanStore empty = house.store("empty");
        Answer first =
                desks(empty, FIRST).desk(List.of(vouchers, news), "news").answer(Scenario.EVERYDAY);
        Answer last =
                desks(empty, FIRST)
                        .desk(List.of(news, vouchers), "vouchers")
                        .answer(Scenario.EVERYDAY);

        List<DayPlan> published = house.plan(empty, FIRST, vouchers, news);

        assertSame(last, published.get(0));
        assertSame(first, published.get(1));
        assertThatThrownBy(() -> desks(empty, SECOND).desk(List.of(vouchers), "vouchers"))
                .isInstanceOf(StaleInput.class)
                .hasMessageContaining("--assume-planned-sent");
    }

    @Test
    void a_looser_cap_is_what_another_contacts_file_would_make_of_the_day() throws IOException {
        CampaignFile loose = withContacts("at_most: 2, per: 7 days", "at_most: 4, per: 7 days");
        Answer ofFile = desks(store).desk(List.of(loose), "vouchers").answer(Scenario.EVERYDAY);

        Answer answer = answer("{contacts: [{cap: weekly, at_most: 4}]}");

        assertSame(answer, ofFile);
        assertThat(answer.scenario().words()).isEqualTo("cap weekly at most 4");
    }

    @Test
    void a_cap_that_falls_away_and_one_that_comes_are_heeded() throws IOException {
        CampaignFile without =
                withContacts("  - {cap: email_gap, channel: email, gap: 40 hours}\n", "");
        Answer ofFile = desks(store).desk(List.of(without), "vouchers").answer(Scenario.EVERYDAY);

        assertSame(answer("{drop: email_gap}"), ofFile);
        assertThat(answer("{drop: email_gap}").plan().sends().value())
                .isGreaterThan(everyday.plan().sends().value());
        Answer never = answer("{contacts: [{cap: never, channel: email, at_most: 0, per: week}]}");
        assertThat(never.plan().sends().sends()).isZero();
        assertThat(never.scenario().words())
                .isEqualTo("with cap never channel email at most 0 per week");
        assertThat(
                        answer(
                                        "{rules: [{rule: contact_limit, channel: email, at_most: 0, per: 7 days}]}")
                                .plan()
                                .sends()
                                .sends())
                .isZero();
    }

    @Test
    void a_larger_holdout_keeps_everyone_held_out_who_is() {
        HeldOut usual = heldOut(vouchers);
        Answer answer = answer("{holdout: 0.3}");
        HeldOut larger = heldOut(answer.brief().file());

        assertThat(larger.customers(0)).isEqualTo(usual.customers(0));
        assertThat(larger.customers(1)).isGreaterThan(4 * usual.customers(1));
        assertThat(IntStream.range(0, 500).filter(usual::contains)).allMatch(larger::contains);
        assertThat(IntStream.of(answer.plan().sends().customer())).noneMatch(larger::contains);
    }

    @Test
    void other_changes_leave_the_draws_as_they_are() {
        Answer answer = answer("{budget: +50%, costs: [{of: coupon_10, per_order: 1}]}");

        assertThat(answer.plan().sends().spend())
                .isLessThanOrEqualTo(1.5 * everyday.brief().file().budget().atMost().orElseThrow());
        assertThat(answer("{without: email}").plan().sends().sends()).isZero();
    }

    @Test
    void a_plan_that_breaks_the_day_is_told_which_gates_it_runs_into() throws IOException {
        Files.writeString(
                folder.resolve("all.csv"),
                "customer,offer\n"
                        + String.join(
                                "\n",
                                IntStream.range(0, 500)
                                        .mapToObj(row -> desk.valued().audience().ids().id(row))
                                        .map(id -> id + ",coupon_5")
                                        .toList()));

        assertThat(answer("{given: all.csv}").violations())
                .anyMatch(
                        broken ->
                                broken.startsWith("coupon_5 goes to ")
                                        && broken.contains(" by cap:email_gap")
                                        && broken.contains(" by no_consent"));
    }

    @Test
    void nothing_is_written() throws IOException {
        long before = files();

        answer("{contacts: [{cap: weekly, at_most: 1}]}");

        assertThat(files()).isEqualTo(before);
        assertThat(store.plans(SECOND, SECOND)).hasSize(2);
    }

    @Test
    void what_makes_no_sense_for_caps_is_told() {
        assertThatThrownBy(() -> answer("{contacts: [{cap: weakly, at_most: 3}]}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "contacts[1].cap (weakly) must be a cap of the campaign: weekly, push_daily, promos, email_gap. Did you mean 'weekly'?");
        assertThatThrownBy(() -> answer("{contacts: [{cap: weekly}]}"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("contacts[1].at_most is missing");
        assertThatThrownBy(() -> answer("{contacts: [{cap: email_gap, at_most: 3}]}"))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessage(
                        "Cap 'email_gap' is a gap between any two messages, not a number of them; drop it, or say another gap.");
    }

    private static void assertSame(Answer answer, DayPlan published) {
        assertSame(answer, published.made().orElseThrow().campaign().plan().sends());
    }

    private static void assertSame(Answer answer, Answer other) {
        assertSame(answer, other.plan().sends());
    }

    private static void assertSame(Answer answer, SendPlan other) {
        SendPlan sends = answer.plan().sends();
        assertThat(sends.customer()).isEqualTo(other.customer());
        assertThat(sends.offer()).isEqualTo(other.offer());
        assertThat(sends.valueMicros()).isEqualTo(other.valueMicros());
    }

    private static Answer answer(String scenario) {
        return desk.answer(ScenarioReader.read(scenario, "asked", folder, vouchers).all().get(0));
    }

    private static DayDesks desks(PlanStore store) {
        return desks(store, SECOND);
    }

    private static DayDesks desks(PlanStore store, LocalDate date) {
        DailyPlanning door = new DailyPlanning(new DuckDbReader(), new Execution(2), step -> {});
        return new DayDesks(door, date, store, house.usual());
    }

    private static CampaignFile withContacts(String text, String instead) throws IOException {
        String old = Files.readString(folder.resolve("contacts.yml"));
        assertThat(old).contains(text);
        Files.writeString(folder.resolve("other.yml"), old.replace(text, instead));
        return house.changed("vouchers", "contacts: contacts.yml", "contacts: other.yml");
    }

    private static HeldOut heldOut(CampaignFile file) {
        return HeldOut.of(
                List.of(
                        file.daily().contacts().orElseThrow().holdout().orElseThrow(),
                        file.daily().holdout().orElseThrow()),
                desk.valued().audience().ids(),
                new Execution(1));
    }

    private static long files() throws IOException {
        try (var files = Files.walk(folder.resolve("store"))) {
            return files.count();
        }
    }
}
