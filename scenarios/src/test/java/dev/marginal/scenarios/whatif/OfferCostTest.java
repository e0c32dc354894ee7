package dev.marginal.scenarios.whatif;

import static dev.marginal.scenarios.whatif.SmallDesk.FILE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.whatif.changes.OfferCost;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Offers that cost more or less. */
class OfferCostTest {
    @Test
    void a_cost_falls_to_nothing_and_no_further() {
        Scenario free = new Scenario("free", List.of(new OfferCost("coupon_5", 0, -5)));
        Scenario paid =
                new Scenario(
                        "paid",
                        List.of(new OfferCost("coupon", 0, -20), new OfferCost("push", -0.25, 0)));

        assertThat(free.brief(FILE).file().offers())
                .extracting(CampaignOffer::costPerOrder)
                .containsExactly(0.0, 0.0, 10.0);
        assertThatThrownBy(() -> paid.brief(FILE))
                .isInstanceOf(ImpossibleChange.class)
                .hasMessage(
                        """
                        coupon_5 costs 5 an order; it cannot cost 20 less.
                        coupon_10 costs 10 an order; it cannot cost 20 less.
                        push costs 0.01 a send; it cannot cost 0.25 less.""");
    }
}
