package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.TableReader;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/** What was planned and sent before. */
final class Past {
    private Past() {}

    /** Whether a campaign's plan depends on what was planned and sent before. */
    static boolean matters(CampaignFile file) {
        return file.daily().contacts().isPresent()
                || file.daily().flight().isPresent()
                || !file.daily().caps().isEmpty();
    }

    /** The plans of earlier days that are to be sent, by date and campaign. */
    static List<PlanRecord> publishedBefore(PastPlans store, LocalDate date) {
        return published(store, date.minusDays(1));
    }

    /** The plans up to some day that are to be sent, by date and campaign. */
    static List<PlanRecord> published(PastPlans store, LocalDate until) {
        return store.plans(LocalDate.EPOCH, until).stream()
                .filter(plan -> plan.state() == PlanState.PUBLISHED)
                .filter(plan -> plan.kind() == PlanKind.LIVE)
                .toList();
    }

    /**
     * What is on record about customers.
     *
     * @param sent what the log tells
     * @param reserved by published plans, of any day
     */
    record Sends(PastSends sent, PastSends reserved) {
        static Sends none(int customers) {
            return new Sends(PastSends.none(customers), PastSends.none(customers));
        }
    }

    /**
     * What customers were sent, and what is reserved by plans of any day.
     *
     * @param since sends before it do not matter
     * @param replaced plans about to be made: what they reserve now does not count
     */
    static Sends sends(
            PastPlans store,
            IdColumn customers,
            Instant since,
            Set<PlanKey> replaced,
            TableReader reader) {
        List<PlanRecord> plans =
                published(store, LocalDate.MAX).stream()
                        .filter(plan -> !replaced.contains(plan.key()))
                        .toList();
        SendsBuilder reserved = new SendsBuilder(customers.rows());
        new Reservations(store, plans, reader).addTo(reserved, customers, since);
        return new Sends(store.log().of(customers, since), reserved.build());
    }
}
