package dev.marginal.app.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A night that failed halfway, made up for on a later day. */
class PassedDateTest {
    private static final LocalDate DATE = LocalDate.parse("2026-11-21");
    private static final Instant IN_TIME = Instant.parse("2026-11-20T19:00:00Z");
    private static final Instant LATER = IN_TIME.plus(Duration.ofDays(1));

    @TempDir Path home;

    private PlanStore store;
    private CampaignFile spring;
    private CampaignFile autumn;

    @BeforeEach
    void one_of_two_campaigns_is_planned_in_time() throws InterruptedException {
        store = DirectoryStore.at(home.resolve("plans"), Lease.usual(Clock.systemUTC()));
        spring = SmallCampaign.in(home, "spring", "");
        autumn = SmallCampaign.in(home, "autumn", "");
        run(IN_TIME, Optional.empty(), spring);
    }

    @Test
    void a_plan_that_stands_stays_live_and_what_is_missing_becomes_a_backfill()
            throws InterruptedException {
        DayReport report = run(LATER, Optional.empty(), autumn, spring);

        assertThat(report.done()).extracting(DayWork.Done::unchanged).containsExactly(false, true);
        assertThat(kind(autumn)).isEqualTo(PlanKind.BACKFILL).isEqualTo(report.kind(0));
        assertThat(kind(spring)).isEqualTo(PlanKind.LIVE).isEqualTo(report.kind(1));
    }

    @Test
    void what_is_missing_is_live_for_whoever_asks_for_that() throws InterruptedException {
        run(LATER, Optional.of(PlanKind.LIVE), autumn, spring);

        assertThat(kind(autumn)).isEqualTo(PlanKind.LIVE);
    }

    @Test
    void on_the_day_itself_what_is_missing_is_live_beside_a_backfill() throws InterruptedException {
        CampaignFile winter = SmallCampaign.in(home, "winter", "");
        run(IN_TIME, Optional.of(PlanKind.BACKFILL), winter);
        run(IN_TIME, Optional.empty(), winter, autumn);

        assertThat(kind(winter)).isEqualTo(PlanKind.BACKFILL);
        assertThat(kind(autumn)).isEqualTo(PlanKind.LIVE);
    }

    private PlanKind kind(CampaignFile file) {
        return store.published(new PlanKey(file.campaign(), DATE))
                .map(PlanRecord::kind)
                .orElseThrow();
    }

    private DayReport run(Instant now, Optional<PlanKind> kind, CampaignFile... files)
            throws InterruptedException {
        NightlyRun job =
                new NightlyRun(
                        store,
                        SmallCampaign.publishingInto(store),
                        new Freshness(List.of(), Duration.ZERO),
                        new Retries(0, Duration.ofSeconds(30), Duration.ofMinutes(10), 1),
                        new StatusFolder(home.resolve("plans/.status")),
                        Optional.empty(),
                        Clock.fixed(now, ZoneOffset.UTC),
                        pause -> {},
                        sentence -> {});
        Night night = new Night(List.of(files), DATE, kind, 0);
        return job.run(night, Optional.empty()).get(0);
    }
}
