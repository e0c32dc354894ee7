package dev.marginal.benchmarks.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ChildTest {
    @Test
    void what_a_child_told_is_kept_when_it_is_killed_from_outside() {
        Child.Ended ended = killedLate();
        assertThat(ended.exitCode()).isEmpty();
        assertThat(ended.words()).isEqualTo("killed from outside");
        assertThat(ended.facts().numbers("found")).containsExactly(1, 2, 4);
    }

    @Test
    void a_child_that_ends_badly_says_so() {
        Child.Ended ended = child("fail", Duration.ofMinutes(1)).run();
        assertThat(ended.isDone()).isFalse();
        assertThat(ended.words()).isEqualTo("process ended with code 7");
        assertThat(ended.facts().median("found")).hasValue(2);
    }

    /** Killed when it has told all; on a busy machine only half a minute may be enough for that. */
    private static Child.Ended killedLate() {
        Child.Ended ended = child("sleep", Duration.ofSeconds(3)).run();
        return ended.facts().numbers("found").length == Sleeper.FACTS.length
                ? ended
                : child("sleep", Duration.ofSeconds(30)).run();
    }

    private static Child child(String how, Duration killAfter) {
        return new Child(Sleeper.class, List.of("-Xmx32m"), List.of("--how", how), killAfter);
    }

    /** Tells three facts, then does not end by itself, or badly. */
    static final class Sleeper {
        private static final int[] FACTS = {1, 2, 4};

        private Sleeper() {}

        public static void main(String[] arguments) throws InterruptedException {
            Options options = Options.of(arguments, Set.of("how", "facts"));
            for (int number : FACTS) {
                options.facts().add("found", number);
            }
            if (options.text("how", "").equals("fail")) {
                System.exit(7);
            }
            Thread.sleep(Duration.ofMinutes(5).toMillis());
        }
    }
}
