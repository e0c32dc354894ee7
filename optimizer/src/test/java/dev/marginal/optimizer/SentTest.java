package dev.marginal.optimizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SentTest {
    private static final int[] CUSTOMER = {0, 2, 2, 5};
    private static final byte[] OFFER = {3, 0, 4, 63};
    private static final long[] SETS = {0b1000, 0, 0b10001, 0, 0, 1L << 63, 0};

    @Test
    void sets_are_listed_by_customer_and_offer() {
        Sent sent = Sent.sets(SETS, OFFER.length);
        assertThat(sent.count()).isEqualTo(4);
        assertThat(sent.customer()).isEqualTo(CUSTOMER);
        assertThat(sent.offer()).isEqualTo(OFFER);
        assertThat(sent.customer()).isSameAs(sent.customer());
    }

    @Test
    void a_list_is_told_as_sets_of_as_many_customers_as_are_asked_for() {
        assertThat(Sent.list(CUSTOMER, OFFER).sets(SETS.length)).isEqualTo(SETS);
    }

    @Test
    void sets_of_other_customers_are_refused() {
        assertThatThrownBy(() -> Sent.sets(SETS, OFFER.length).sets(8))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("customers (8) must be 7");
    }
}
