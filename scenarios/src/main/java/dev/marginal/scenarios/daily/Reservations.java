package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.planfolder.PlannedMessages;
import dev.marginal.scenarios.store.PastPlans;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * The sends of published plans that the log does not tell of. They count as planned, unless the log
 * is complete through the last moment at which they may go out: then they never did.
 */
record Reservations(PastPlans store, List<PlanRecord> plans, TableReader reader) {
    private static final double LATEST = 1e11;
    private static final List<Field> FIELDS =
            List.of(
                    Field.id("customer"),
                    Field.category("offer"),
                    Field.amount("plan", 0, Integer.MAX_VALUE),
                    Field.amount("at", 0, LATEST));

    /** Adds those of some customers since then. */
    void addTo(SendsBuilder sends, IdColumn customers, Instant since) {
        if (plans.isEmpty()) {
            return;
        }
        Table table = reader.read(unknown(since), Layout.some(FIELDS));
        if (table.rows() == 0) {
            return;
        }
        List<Map<String, PastSends.Kind>> kinds = plans.stream().map(this::kinds).toList();
        IdIndex index = new IdIndex(customers);
        IdColumn ids = table.column("customer", IdColumn.class);
        CategoryColumn offer = table.column("offer", CategoryColumn.class);
        double[] plan = table.column("plan", AmountColumn.class).values();
        double[] at = table.column("at", AmountColumn.class).values();
        for (int row = 0; row < table.rows(); row++) {
            int customer = index.find(ids, row);
            if (customer != IdIndex.ABSENT) {
                PastSends.Kind kind = kinds.get((int) plan[row]).get(offer.word(row));
                sends.add(customer, (long) at[row], sends.number(kind));
            }
        }
    }

    private Map<String, PastSends.Kind> kinds(PlanRecord plan) {
        return PlannedMessages.of(store.folder(plan), plan.key().campaign(), SendStatus.PLANNED);
    }

    private Source.Query unknown(Instant since) {
        LogSql log = new LogSql(store);
        long complete = store.log().completeThrough().map(Instant::getEpochSecond).orElse(0L);
        return new Source.Query(
                Path.of("").toAbsolutePath(),
                "sends of published plans",
                """
                select customer, offer, plan, "at" from (%s) planned
                anti join (%s) told using (decision_id)
                where "at" >= %d and latest > %d"""
                        .formatted(
                                log.sends(plans),
                                log.told(),
                                Math.max(0, since.getEpochSecond()),
                                complete));
    }
}
