package dev.marginal.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
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

    @Test
    void an_offer_that_is_closed_is_another_column_but_nothing_is_revalued() {
        OfferBook book = book(2, 1);
        OfferBook closed = book.closed(new float[][] {{Float.NaN}});

        assertThat(closed.unlike(book)).isEqualTo(1);
        assertThat(closed.revalued(book)).isZero();
        assertThat(closed.onlyCloses(book, 0)).isTrue();
        assertThat(book.onlyCloses(closed, 0)).isFalse();
        assertThat(closed.valuedAt(new float[][] {{3}}).revalued(book)).isEqualTo(1);
    }

    @Test
    void other_values_leave_costs_as_they_are_and_have_to_be_amounts_too() {
        OfferBook book = book(2, 1);

        OfferBook other = book.valuedAt(new float[][] {{3}});

        assertThat(other.cost()).isSameAs(book.cost());
        assertThat(other.valueMicros(0, 0)).isEqualTo(3_000_000);
        assertThat(other.valueExtent(0).largest()).isEqualTo(3);
        assertThatThrownBy(() -> book.valuedAt(new float[][] {{Float.POSITIVE_INFINITY}}))
                .hasMessage("value of offer ten (Infinity) must be within a billion, or NaN.");
    }

    private static OfferBook book(float value, float cost) {
        return new OfferBook(OFFERS, new float[][] {{value}}, new float[][] {{cost}});
    }
}
