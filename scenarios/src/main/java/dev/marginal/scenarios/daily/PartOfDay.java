package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Pins;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.rules.SlotsLeft;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.SegmentNames;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.loading.AudienceParts;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.OpenDay;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.tables.Execution;
import dev.marginal.tables.TableReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * A part of one campaign's customers on a day, looked at apart from all others: what each may be
 * sent, when, and what earlier sends leave of their contact caps. Every campaign has its day to
 * itself here, and no later day is in view.
 */
public final class PartOfDay {
    private final Valued valued;
    private final Day day;
    private final Slots slots;

    private PartOfDay(Valued valued, Day day, Slots slots) {
        this.valued = valued;
        this.day = day;
        this.slots = slots;
    }

    /**
     * Looks at a part.
     *
     * @param past the log, and the plans that the campaign's own is planned around
     * @throws dev.marginal.tables.BadInput with every problem of contacts.yml's tables
     */
    public static PartOfDay of(
            Valued valued,
            LocalDate date,
            PastPlans past,
            TableReader reader,
            Execution execution) {
        CampaignFile file = valued.file();
        if (file.daily().equals(Daily.ALONE)) {
            Day alone = Day.alone(file, valued.audience().customers().rows(), date);
            return new PartOfDay(valued, alone, new Slots(List.of(), List.of()));
        }
        House house = House.of(List.of(valued), reader);
        CampaignDay campaign = CampaignDay.of(valued, 0, house, date, execution);
        Instant since = Together.since(List.of(campaign));
        boolean asked = !since.equals(Instant.MAX);
        int customers = house.crowd().customers();
        Past.Sends sends =
                asked
                        ? Past.sends(past, house.crowd().ids(), since, Set.of(), reader)
                        : Past.Sends.none(customers);
        Together.View view =
                new Together(
                                house,
                                List.of(campaign),
                                sends,
                                List.of(PastSends.none(customers)),
                                execution)
                        .view(0);
        return new PartOfDay(
                valued, day(campaign, view, date), Slots.ofAll(campaign, view.allowances()));
    }

    private static Day day(CampaignDay campaign, Together.View view, LocalDate date) {
        return new Day(
                date,
                PlanKind.LIVE,
                view.gates(),
                campaign.file().rules(),
                campaign.timetableOfAudience(),
                campaign.policy().expiresAfter(),
                campaign.heldOutOfAudience(),
                Optional.empty(),
                List.of(),
                view.reserved(),
                List.of(),
                Optional.empty(),
                new TreeMap<>(),
                List.of(),
                Optional.empty());
    }

    /** What this part tells of itself; asks its files, which have to be there still. */
    public PartTold told() {
        List<PartTold.Slot> told = new ArrayList<>();
        for (int cap = 0; cap < slots.columns().size(); cap++) {
            SlotsLeft rule = (SlotsLeft) slots.rules().get(cap);
            List<String> offers = ((Scope.Of) rule.scope()).offers();
            told.add(
                    new PartTold.Slot(
                            rule.cap(), offers, SegmentNames.of(slots.columns().get(cap))));
        }
        return new PartTold(
                valued.audience().customers().rows(),
                AudienceParts.told(valued.file(), valued.audience()),
                told,
                IntStream.range(0, day.heldOut().holdouts().size())
                        .mapToLong(day.heldOut()::customers)
                        .toArray());
    }

    /** The offers that are open to these customers, with the columns that all parts have. */
    public OfferBook book(WholeDay whole) {
        OfferBook open =
                day.gates().reasons().isEmpty() && slots.columns().isEmpty()
                        ? valued.offers()
                        : new OpenDay(day.gates(), slots.columns(), List.of(), Pins.NONE)
                                .open(valued.offers());
        List<Segmentation> columns =
                whole.columns().stream().map(names -> names.number(find(open, names))).toList();
        return open.with(columns, open.measures());
    }

    private static Segmentation find(OfferBook book, SegmentNames names) {
        return book.segmentations().stream()
                .filter(one -> one.column().equals(names.column()))
                .findFirst()
                .orElseThrow();
    }

    /** The customers, scored and valued. */
    public Valued valued() {
        return valued;
    }

    /** What is known of them, with all that a plan of everyone keeps. */
    public Day day(WholeDay whole) {
        return day.with(whole.rules(valued.file()));
    }
}
