package dev.marginal.scenarios.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.optimizer.Cancellation;
import dev.marginal.scenarios.whatif.walks.FrontierWalk;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** How a walk along budgets ends. */
class FrontierTest {
    private final Cancellation cancellation = new Cancellation();
    private final AtomicInteger plans = new AtomicInteger();

    /** Has the walk ended while the second point is planned; the first plan is the plateau. */
    private final class EndedAtTheSecondPoint implements Change {
        @Override
        public Brief applyTo(Brief brief) {
            if (plans.incrementAndGet() == 3) {
                cancellation.cancel();
            }
            return brief;
        }

        @Override
        public String words() {
            return "nothing";
        }
    }

    @Test
    void a_frontier_that_is_ended_stops_after_the_point_in_hand_and_keeps_its_points() {
        Frontier whole = new FrontierWalk(SmallDesk.DESK, List.of()).frontier(4);
        FrontierWalk walk =
                new FrontierWalk(
                        SmallDesk.DESK, List.of(new EndedAtTheSecondPoint()), cancellation);
        Frontier ended = walk.frontier(4);

        assertThat(ended.points()).isEqualTo(whole.points().subList(0, 2));
        assertThat(ended.plateau()).isEqualTo(whole.plateau());
        assertThat(ended.cancelled()).isTrue();
        assertThat(ended.current()).isEmpty();
        assertThat(ended.breakEven()).isEmpty();
        assertThat(walk.reaching(1)).isEmpty();
        assertThat(plans).hasValue(3);
        assertThat(whole.cancelled()).isFalse();
        assertThat(whole.current()).isPresent();
    }
}
