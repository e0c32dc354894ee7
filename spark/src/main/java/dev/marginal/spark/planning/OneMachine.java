package dev.marginal.spark.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.Objective;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;

/** What only one machine plans, because it needs all customers in one place. */
final class OneMachine {
    private static final String ADVICE = "Plan on one machine with ./marginal plan.";

    private final CampaignFile file;
    private final Problems problems = new Problems();

    private OneMachine(CampaignFile file) {
        this.file = file;
    }

    /**
     * Refuses a campaign that asks for any of it.
     *
     * @throws dev.marginal.tables.BadInput with everything that is asked
     */
    static void refuse(CampaignFile file) {
        OneMachine one = new OneMachine(file);
        one.lookAtMoney();
        one.lookAtCustomers();
        one.lookAtDays();
        one.problems.throwIfAny();
    }

    private void lookAtMoney() {
        refuse(
                file.budget().confidence().isPresent(),
                "budget_confidence",
                "promises money at risk, whose variance is weighed plan by plan on one machine");
        refuse(
                file.objective() instanceof Objective.Value,
                "objective",
                "counts later orders, whose bands are made of all customers together");
    }

    private void lookAtCustomers() {
        refuse(
                file.audience().source() instanceof Source.Query,
                "audience",
                "is a query of DuckDB or of a database, and partitions read Parquet files alone");
        refuse(
                file.lifecycle().isPresent(),
                "lifecycle",
                "reads one log of purchases for all customers");
        boolean addresses =
                file.daily()
                        .contacts()
                        .flatMap(ContactsFile::people)
                        .map(people -> !people.address().isEmpty())
                        .orElse(false);
        refuse(
                addresses,
                "contacts",
                "names addresses, and who shares one is found among all customers together");
    }

    private void lookAtDays() {
        refuse(
                file.daily().exploration().isPresent(),
                "exploration",
                "pins sends that were drawn, which a plan in parts does not know");
        refuse(
                file.daily().lookAhead() > 1,
                "contacts",
                "looks ahead to later days, which are planned together with today");
    }

    private void refuse(boolean asked, String subject, String because) {
        if (asked) {
            problems.add(new Problem(file.name(), 0, subject, null, because, ADVICE));
        }
    }
}
