package dev.marginal.scenarios.planning;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Outcome;
import dev.marginal.optimizer.SendPlan;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoPlanTest {
    @Test
    void rules_that_fight_are_told_with_what_would_make_room() {
        NoPlan refusal =
                new NoPlan(
                        none(
                                List.of("push needs at least 5 sends", "budget allows 1.00"),
                                List.of("budget needs 2.00 more")));

        assertThat(refusal)
                .hasMessage(
                        """
                        No plan keeps every rule. These cannot hold together:
                          - push needs at least 5 sends
                          - budget allows 1.00
                        What would make room:
                          - budget needs 2.00 more
                        Relax one of them in the campaign file and plan again. Nothing was written.""");
    }

    @Test
    void without_relaxations_the_rules_alone_are_told() {
        assertThat(new NoPlan(none(List.of("a", "b"), List.of())))
                .hasMessageContaining("- b\nRelax one of them");
    }

    private static SendPlan none(List<String> conflict, List<String> relaxations) {
        return new SendPlan(
                Outcome.INFEASIBLE,
                new int[0],
                new byte[0],
                0,
                0,
                0,
                0,
                List.of(),
                conflict,
                relaxations,
                Optional.empty());
    }
}
