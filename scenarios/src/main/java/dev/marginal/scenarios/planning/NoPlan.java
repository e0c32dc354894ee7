package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import java.util.List;
import java.util.stream.Collectors;

/** The rules leave no plan, or none was found. */
public final class NoPlan extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> conflict;
    private final transient List<String> relaxations;

    /** Says which rules fight, and what would make room. */
    public NoPlan(SendPlan sends) {
        super(message(sends));
        this.conflict = sends.conflict();
        this.relaxations = sends.relaxations();
    }

    /** The smallest set of rules that cannot hold together, in sentences; empty if unproven. */
    public List<String> conflict() {
        return conflict;
    }

    /** The least change of each that makes room alone, in sentences. */
    public List<String> relaxations() {
        return relaxations;
    }

    private static String message(SendPlan sends) {
        if (sends.outcome() == Outcome.INFEASIBLE) {
            return "No plan keeps every rule. These cannot hold together:"
                    + listed(sends.conflict())
                    + (sends.relaxations().isEmpty()
                            ? ""
                            : "\nWhat would make room:" + listed(sends.relaxations()))
                    + "\nRelax one of them in the campaign file and plan again. Nothing was written.";
        }
        return "No plan that keeps every rule was found, and none was proven impossible. Nothing was written.\n"
                + "Maybe relax the rules that ask for a least number of sends.";
    }

    private static String listed(List<String> sentences) {
        return sentences.stream().map(one -> "\n  - " + one).collect(Collectors.joining());
    }
}
