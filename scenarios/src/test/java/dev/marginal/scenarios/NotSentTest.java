package dev.marginal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.NotSent.Code;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class NotSentTest {
    @ParameterizedTest
    @EnumSource
    void every_reason_is_read_as_it_is_spelt(Code code) {
        NotSent bare = new NotSent(code, "");
        NotSent ruled = new NotSent(code, "weekly: 3");

        assertThat(NotSent.of(bare.word())).contains(bare);
        assertThat(NotSent.of(ruled.word())).contains(ruled);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "CAP", "caps:weekly", ":weekly"})
    void of_other_words_nothing_is_known(String word) {
        assertThat(NotSent.of(word)).isEmpty();
    }

    @Test
    void gates_forbid_whatever_a_send_is_worth() {
        assertThat(Stream.of(Code.values()).filter(code -> !code.isGate()))
                .containsExactly(
                        Code.NEGATIVE_VALUE, Code.BUDGET, Code.BELOW_PRICE, Code.BETTER_CHOSEN);
    }
}
