package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.planning.OpenDay;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.Requires;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Desks at which a campaign is planned as on a day: by the gates of the day, what is left of
 * contact caps, today's part of the budget, and around the explorers' draws. The answer without
 * changes is the plan that {@link DailyPlanning} would publish.
 *
 * <p>Nothing is published, and no plan is taken in hand, so that a nightly run may be at work at
 * the same time; what it publishes meanwhile is known or not known, never known in part.
 *
 * <p>A scenario that changes who may be contacted or how often, has the whole day looked at again,
 * as if the files had always said so. Any other scenario leaves the day as it is: who explores,
 * what other campaigns send, today's part of a flight's budget, and what is kept for later days.
 *
 * @param door with what to read, on how many threads
 * @param date the day
 * @param store where plans and the log of sends are; read as long as the desk is used
 * @param settings how the day would be planned
 */
public record DayDesks(DailyPlanning door, LocalDate date, PlanStore store, DaySettings settings) {
    private static final int TRIES = 5;

    /**
     * A desk for one campaign.
     *
     * @param files campaigns of one house that are planned together; of the others, those that have
     *     a plan for the day already count with that plan
     * @param campaign the name of one of them
     * @throws dev.marginal.tables.BadInput with every problem of an input, or if the campaign does
     *     not run on the day
     * @throws dev.marginal.scenarios.StaleInput if the log does not reach yesterday's last planned
     *     send, and planned sends are not to be taken for sent
     * @throws dev.marginal.scenarios.planning.NoPlan if campaigns that are planned before it have
     *     no plan that keeps every rule
     */
    public PlanningDesk desk(List<CampaignFile> files, String campaign) {
        OneHouse.require(files);
        List<CampaignFile> open =
                files.stream()
                        .filter(file -> file.campaign().equals(campaign) || isOpen(file))
                        .sorted(Comparator.comparing(CampaignFile::campaign))
                        .toList();
        int number = open.stream().map(CampaignFile::campaign).toList().indexOf(campaign);
        Requires.require(number >= 0, "campaign", campaign, "one of the files'");
        if (open.stream().anyMatch(Past::matters) && !settings.assumePlannedSent()) {
            new Freshness(store, date, open.get(number).timeZone()).require();
        }
        return desk(open, DailyPlanning.later(files, open, date), number);
    }

    /** Whether it runs today and is not planned yet. */
    private boolean isOpen(CampaignFile file) {
        return file.daily().runsOn(date)
                && store.published(new PlanKey(file.campaign(), date)).isEmpty();
    }

    private PlanningDesk desk(List<CampaignFile> open, List<CampaignFile> later, int number) {
        KnownDay known = new KnownDay(door, date, store, settings);
        Situation situation = steadily(() -> known.situation(open, later));
        Deciding deciding = decided(known, situation, number);
        OpenDay usual = deciding.open(number).day();
        Valued valued = situation.campaigns().get(number).valued();
        Daily daily = valued.file().daily();
        return new PlanningDesk(
                filed(valued, valued.file().with(deciding.budget(number))),
                door.reader(),
                door.execution(),
                asked ->
                        asked.equals(daily)
                                ? usual
                                : decided(known, again(known, situation, number, asked), number)
                                        .open(number)
                                        .day());
    }

    /** Everything that is decided before the campaign's turn. */
    private static Deciding decided(KnownDay known, Situation situation, int number) {
        Deciding deciding = new Deciding(known.job(), situation);
        deciding.begin();
        for (int before = 0; before < number; before++) {
            deciding.decide(before, new TreeMap<>());
        }
        return deciding;
    }

    /** The day where one campaign has other words for it, and all campaigns the same house. */
    private Situation again(KnownDay known, Situation before, int number, Daily daily) {
        List<Valued> changed = new ArrayList<>();
        for (CampaignDay one : before.all()) {
            Daily own = one.file().daily();
            boolean asked = one == before.campaigns().get(number);
            Daily now = asked ? daily : own.with(daily.contacts());
            changed.add(filed(one.valued(), one.file().with(now)));
        }
        return steadily(() -> known.again(before, changed));
    }

    /** Looks again until nobody has published or logged anything meanwhile. */
    private Situation steadily(Supplier<Situation> look) {
        for (int tries = 1; ; tries++) {
            List<PlanRecord> before = Past.published(store, LocalDate.MAX);
            Situation situation = look.get();
            boolean steady =
                    before.equals(Past.published(store, LocalDate.MAX))
                            && (situation.log().isEmpty()
                                    || situation.log().equals(store.log().files()));
            if (steady || tries == TRIES) {
                return situation;
            }
        }
    }

    private static Valued filed(Valued valued, CampaignFile file) {
        return new Valued(
                file,
                valued.audience(),
                valued.model(),
                valued.valuation(),
                valued.scores(),
                valued.offers());
    }
}
