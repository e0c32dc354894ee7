package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.DESK;
import static dev.marginal.scenarios.whatif.SmallDesk.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.scenarios.whatif.walks.Sensitivities;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A scenario changes the campaign's limits by name, and then adds rules of its own. */
class ChangedLimitsTest {
    private static final String PUSHES = "channel push, sends";
    private static final String ADDED =
            "rules: [{rule: channel_cap, channel: push, max_sends: 100}]";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "drop: 'channel push, sends'",
                "limits: [{limit: 'channel push, sends', at_most: 5000}]"
            })
    void a_rule_that_a_scenario_adds_holds_whatever_becomes_of_its_namesake(String change) {
        Answer answer = answer("{%s, %s}".formatted(change, ADDED));

        assertThat(pushes(answer).use()).isEqualTo(100);
    }

    @Test
    void a_limit_of_an_added_rule_is_none_of_the_campaigns_to_drop() {
        assertThatThrownBy(
                        () ->
                                answer(
                                        "{drop: 'minimum ROI 2', rules: [{rule: minimum_roi, at_least: 2}]}"))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessageContaining("No limit is called 'minimum ROI 2'; there are ");
    }

    @Test
    void the_sensitivity_to_an_added_rule_moves_that_rule() {
        Answer answer = answer("{drop: 'channel push, sends', %s}".formatted(ADDED));
        double value = answer.plan().sends().value();

        Sensitivity pushes =
                new Sensitivities(DESK)
                        .of(answer).stream()
                                .filter(one -> one.limit().equals(PUSHES))
                                .findFirst()
                                .orElseThrow();

        Answer looser = answer("{limits: [{limit: 'channel push, sends', at_most: 105}]}");
        assertThat(pushes.looser().getAsDouble())
                .isPositive()
                .isEqualTo(looser.plan().sends().value() - value);
    }

    private static LimitUse pushes(Answer answer) {
        List<LimitUse> limits =
                answer.plan().sends().limits().stream()
                        .filter(use -> use.limit().name().equals(PUSHES))
                        .filter(use -> use.limit().most() == 100)
                        .toList();
        assertThat(limits).hasSize(1);
        return limits.get(0);
    }
}
