package dev.marginal.scenarios;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.uplift.UpliftScores;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class ValuationTest {
    private static final Offset<Float> MICRO = within(1e-6f);
    private static final CampaignOffer COUPON =
            new CampaignOffer(new Offer("coupon", "coupon"), "c5", 0.02, 5);
    private static final UpliftScores SCORES =
            new UpliftScores(
                    List.of("push", "c5"),
                    new float[][] {{9, 9}, {3, -1}},
                    new float[][] {{0.9f, 0.9f}, {0.1f, 0.5f}},
                    new float[] {20, 10});

    @Test
    void expected_cost_is_the_send_and_the_coupon_of_those_who_order() {
        OfferBook book = new Valuation(List.of(COUPON), new Objective.Gmv()).value(SCORES);

        assertThat(book.cost()[0][0]).isCloseTo(0.52f, MICRO);
        assertThat(book.cost()[0][1]).isCloseTo(2.52f, MICRO);
    }

    @Test
    void gmv_counts_the_uplift_of_the_offers_own_treatment() {
        OfferBook book = new Valuation(List.of(COUPON), new Objective.Gmv()).value(SCORES);

        assertThat(book.value()[0]).containsExactly(3, -1);
    }

    @Test
    void another_cost_leaves_gmv_the_very_same_column() {
        CampaignOffer dearer = new CampaignOffer(COUPON.offer(), "c5", 0.02, 7);
        OfferBook book = new Valuation(List.of(COUPON), new Objective.Gmv()).value(SCORES);
        OfferBook other = new Valuation(List.of(dearer), new Objective.Gmv()).value(SCORES);

        assertThat(other.value()[0]).isSameAs(book.value()[0]);
        assertThat(other.cost()[0]).isNotEqualTo(book.cost()[0]);
    }

    @Test
    void profit_counts_the_margin_of_the_uplift_less_the_expected_cost() {
        OfferBook book = new Valuation(List.of(COUPON), new Objective.Profit(0.3)).value(SCORES);

        assertThat(book.value()[0][0]).isCloseTo(0.3f * 3 - 0.52f, MICRO);
        assertThat(book.value()[0][1]).isCloseTo(0.3f * -1 - 2.52f, MICRO);
    }

    @Test
    void a_learnt_cost_takes_the_place_of_a_stated_one() {
        UpliftScores learnt =
                new UpliftScores(
                        SCORES.treatments(),
                        SCORES.uplift(),
                        SCORES.orderProbability(),
                        SCORES.baseline(),
                        Optional.of(new float[][] {{0, 0}, {0.25f, 4}}));

        OfferBook book = new Valuation(List.of(COUPON), new Objective.Profit(0.5)).value(learnt);

        assertThat(book.cost()[0]).containsExactly(0.25f, 4);
        assertThat(book.value()[0]).containsExactly(1.25f, -4.5f);
    }

    @Test
    void others_pay_their_share_of_an_offer_and_the_campaign_the_rest() {
        OfferBook stated =
                new Valuation(List.of(shared(COUPON)), new Objective.Profit(0.5)).value(SCORES);

        assertThat(stated.cost()[0]).containsExactly(new float[] {0.13f, 0.63f}, MICRO);
        assertThat(stated.value()[0])
                .containsExactly(new float[] {1.5f - 0.13f, -0.5f - 0.63f}, MICRO);
        assertThat(stated.measures())
                .singleElement()
                .satisfies(
                        others -> {
                            assertThat(others.name()).isEqualTo("co_funding");
                            assertThat(others.amount()[0])
                                    .containsExactly(new float[] {0.39f, 1.89f}, MICRO);
                        });
    }

    @Test
    void others_pay_their_share_of_a_learnt_cost_too() {
        UpliftScores learnt =
                new UpliftScores(
                        SCORES.treatments(),
                        SCORES.uplift(),
                        SCORES.orderProbability(),
                        SCORES.baseline(),
                        Optional.of(new float[][] {{0, 0}, {0.5f, 4}}));

        OfferBook book = new Valuation(List.of(shared(COUPON)), new Objective.Gmv()).value(learnt);

        assertThat(book.cost()[0]).containsExactly(0.125f, 1);
        assertThat(book.measures().get(0).amount()[0]).containsExactly(0.375f, 3);
    }

    @Test
    void only_the_campaigns_own_part_of_a_cost_is_at_risk() {
        assertThat(shared(COUPON).costVariance(0.5)).isEqualTo(COUPON.costVariance(0.5) / 16);
    }

    /** The same offer, three quarters of which others pay. */
    private static CampaignOffer shared(CampaignOffer offer) {
        return new CampaignOffer(
                offer.offer(),
                offer.treatment(),
                offer.costPerSend(),
                offer.costPerOrder(),
                new BigDecimal("0.75"),
                offer.amounts(),
                offer.tier(),
                offer.message());
    }

    @Test
    void an_offer_whose_treatment_was_never_scored_is_refused() {
        CampaignOffer sms = new CampaignOffer(new Offer("sms", "sms"), "sms_arm", 0, 0);

        assertThatThrownBy(() -> new Valuation(List.of(sms), new Objective.Gmv()).value(SCORES))
                .hasMessage(
                        "Offer sms was tested as treatment 'sms_arm', but the model knows only [push, c5].");
    }
}
