package dev.marginal.scenarios.campaignfile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.Flight;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.Window;
import dev.marginal.scenarios.contacts.Zone;
import dev.marginal.scenarios.holdout.Exploration;
import dev.marginal.scenarios.holdout.Holdout;
import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DailyKeysTest {
    private static final String PLAIN =
            """
            campaign: spring
            currency: USD
            time_zone: Europe/Paris
            history: {file: history.csv, treatment: arm, control: none, gmv: spend}
            audience: {file: audience.csv, customer: customer_id}
            offers:
              - {offer: push, treatment: push, channel: push, tags: [promo/spring, news]}
              - {offer: email, treatment: email, channel: email}
              - {offer: receipt, treatment: receipt, channel: email, obeys_caps: false}
              - {offer: legal, treatment: legal, channel: email, obeys_caps: false, counts_toward_caps: true}
            budget: unlimited
            """;

    @TempDir Path folder;

    @Test
    void a_campaign_that_says_nothing_of_days_is_planned_alone() throws IOException {
        assertThat(read(PLAIN).daily()).isEqualTo(Daily.ALONE);
    }

    @Test
    void offers_say_what_they_are_to_caps() throws IOException {
        assertThat(read(PLAIN).offers())
                .extracting(offer -> offer.message())
                .containsExactly(
                        new Message("push", List.of("news", "promo/spring"), true, true),
                        new Message("email", List.of(), true, true),
                        new Message("email", List.of(), false, false),
                        new Message("email", List.of(), false, true));
    }

    @Test
    void with_mautic_messages_that_obey_no_cap_count_all_the_same() throws IOException {
        contacts("time_zone: UTC\npreset: mautic\n");
        assertThat(read(PLAIN + "contacts: contacts.yml\n").offers().get(2).message().counts())
                .isTrue();
    }

    @Test
    void contact_limits_over_time_become_caps_and_others_stay_rules() throws IOException {
        contacts(
                "time_zone: Asia/Singapore\npreset: iterable\ncaps: [{cap: weekly, at_most: 3, per: 7 days}]\n");
        CampaignFile file =
                read(
                        PLAIN
                                + """
                                contacts: contacts.yml
                                rules:
                                  - {rule: contact_limit, channel: any, at_most: 2}
                                  - {rule: contact_limit, channel: any, at_most: 0, per: day}
                                  - {rule: contact_limit, channel: any, at_most: 3, per: day, zone: campaign}
                                  - {rule: contact_limit, cap: mine, tag: promo, gap: 3 days, overrides: [weekly]}
                                """);
        assertThat(file.rules().all()).hasSize(1);
        List<ContactCap> caps = file.daily().caps();
        assertThat(caps)
                .extracting(ContactCap::id)
                .containsExactly("any per day", "any per day 2", "mine");
        assertThat(caps).extracting(ContactCap::atMost).containsExactly(0, 3, 1);
        assertThat(caps)
                .extracting(ContactCap::window)
                .containsExactly(
                        day("Asia/Singapore"),
                        day("Europe/Paris"),
                        new Window.Gap(Duration.ofDays(3), false));
        assertThat(caps.get(2).overrides()).containsExactly("weekly");
        assertThat(file.daily().contacts().orElseThrow().policy().caps()).hasSize(1);
    }

    private static Window day(String zone) {
        return new Window.Calendar(
                Window.Unit.DAY, DayOfWeek.SUNDAY, new Zone.Fixed(ZoneId.of(zone)));
    }

    @Test
    void holdout_exploration_and_flight_are_read() throws IOException {
        Daily daily =
                read(PLAIN
                                + """
                                        holdout: {share: 0.05, salt: spring, from: 1000}
                                        exploration: {share: 0.02, salt: explore}
                                        flight: {from: 2026-11-16, until: 2026-11-29}
                                        """)
                        .daily();
        assertThat(daily.holdout()).contains(new Holdout("spring", "spring", 1000, 1500));
        assertThat(daily.exploration()).contains(new Exploration(0.02, "explore"));
        assertThat(daily.flight())
                .contains(new Flight(LocalDate.of(2026, 11, 16), LocalDate.of(2026, 11, 29)));
    }

    @Test
    void problems_of_both_files_are_told_at_once() throws IOException {
        contacts("time_zone: UTC\ncaps: [{cap: weekly, per: 7 days}]\n");
        assertThatThrownBy(
                        () ->
                                read(
                                        PLAIN
                                                + """
                                                contacts: contacts.yml
                                                flight: {from: 2026-11-30, until: 2026-11-29}
                                                rules:
                                                  - {rule: contact_limit, channel: pusch, at_most: 1, per: day}
                                                  - {rule: contact_limit, tag: prom, at_most: 1, per: day}
                                                  - {rule: contact_limit, channel: push, gap: 1 month}
                                                  - {rule: contact_limit, channel: push, per: day}
                                                """))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        """
                        6 problems
                        contacts.yml:
                          line 2: caps[1].at_most is missing. Such as: at_most: 3; 0 forbids.
                        campaign.yml:
                          line 17: rules[3].gap (1 month) must be a length of time up to 366 days. Such as 16 hours or 3 days.
                          line 18: rules[4].at_most is missing. Such as: at_most: 3; 0 forbids.
                          line 15: rules[1].channel (pusch) must be of some offer: their channels are push, email. Did you mean 'push'?
                          line 16: rules[2].tag (prom) must be of some offer: their tags are news, promo/spring.
                          line 13: flight.until (2026-11-29) must not be before from (2026-11-30). Maybe they are the wrong way round."""
                                .stripTrailing());
    }

    @Test
    void a_contacts_file_that_is_not_there_is_a_problem() {
        assertThatThrownBy(() -> read(PLAIN + "contacts: nowhere.yml\n"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("nowhere.yml: is not a file")
                .hasMessageContaining("Give the path of a contacts file");
    }

    private void contacts(String text) throws IOException {
        Files.writeString(folder.resolve("contacts.yml"), text);
    }

    private CampaignFile read(String text) throws IOException {
        return CampaignFileReader.read(Files.writeString(folder.resolve("campaign.yml"), text));
    }
}
