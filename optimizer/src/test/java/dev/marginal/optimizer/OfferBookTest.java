package dev.marginal.optimizer;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class OfferBookTest {
    private static final List<Offer> OFFERS = List.of(new Offer("ten", "coupon"));

    @Test
    void amounts_that_cannot_be_added_up_are_refused() {
        assertThatThrownBy(() -> book(Float.POSITIVE_INFINITY, 1))
                .hasMessage("value of offer ten (Infinity) must be within a billion, or NaN.");
        assertThatThrownBy(() -> book(1, -0.5f))
                .hasMessage("cost of offer ten (-0.5) must be zero to a billion.");
        assertThatThrownBy(() -> book(1, Float.NaN))
                .hasMessage("cost of offer ten (NaN) must be zero to a billion.");
    }

    @Test
    void columns_of_different_length_are_refused() {
        assertThatThrownBy(() -> new OfferBook(OFFERS, new float[1][2], new float[1][3]))
                .hasMessageContaining("customers of offer ten");
    }

    private static OfferBook book(float value, float cost) {
        return new OfferBook(OFFERS, new float[][] {{value}}, new float[][] {{cost}});
    }
}
