package dev.marginal.scenarios.store;

import dev.marginal.scenarios.contacts.SendLog;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

/** What was planned and sent before, wherever it is kept. */
public interface PastPlans {
    /** Every attempt at plans of these days, by date, campaign and number; last day included. */
    List<PlanRecord> plans(LocalDate from, LocalDate to);

    /**
     * The folder of a plan that was published, to read; copied to this machine if it is not here.
     */
    Path folder(PlanRecord published);

    /** What was sent. */
    SendLog log();
}
