package dev.marginal.optimizer.rules;

import static dev.marginal.optimizer.rules.RuleVerifier.verifyThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class RulesTest {
    private static final String OFFERS = "ann: email, push, coupon/five, coupon/ten";

    @Test
    void a_contact_limit_counts_every_offer_of_its_scope() {
        verifyThat(new ContactLimit(Scope.ANY, 1))
                .given("ann: email, push")
                .allows("email")
                .allows("push")
                .forbids("email + push");
        verifyThat(new ContactLimit(new Scope.OfChannel("coupon"), 1))
                .given(OFFERS)
                .allows("five + email + push")
                .forbids("five + ten");
    }

    @Test
    void an_exclusion_lets_one_of_its_offers_through() {
        verifyThat(Exclusion.of("email", "ten"))
                .given(OFFERS)
                .allows("email + five")
                .allows("ten + five")
                .forbids("email + ten");
    }

    @Test
    void a_channel_cap_limits_sends_and_spend_of_all_offers_of_the_channel() {
        verifyThat(new ChannelCap("coupon", OptionalLong.of(5), OptionalDouble.of(12.5)))
                .given(OFFERS)
                .shares(
                        "channel coupon, sends: any to 5 sends of [five, ten]",
                        "channel coupon, spend: any to 12500000 cost of [five, ten]");
    }

    @Test
    void an_offer_quota_is_a_floor_and_a_ceiling() {
        verifyThat(new OfferQuota("ten", 3, OptionalLong.of(8)))
                .given(OFFERS)
                .shares("offer ten, sends: 3 to 8 sends of [ten]");
        verifyThat(OfferQuota.atLeast("ten", 3))
                .given(OFFERS)
                .shares("offer ten, sends: 3 to any sends of [ten]");
    }

    @Test
    void unknown_words_are_refused_with_the_known_ones() {
        assertThatThrownBy(() -> verifyThat(ChannelCap.sends("cupon", 1)).given(OFFERS).limits())
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage(
                        "channel (cupon) must be one of email, push, coupon. Did you mean"
                                + " 'coupon'?");
        assertThatThrownBy(() -> verifyThat(Exclusion.of("email", "tan")).given(OFFERS).limits())
                .hasMessage(
                        "offer (tan) must be one of email, push, five, ten. Did you mean 'ten'?");
        assertThatThrownBy(() -> verifyThat(OfferQuota.atMost("x", 1)).given(OFFERS).limits())
                .hasMessage("offer (x) must be one of email, push, five, ten.");
        assertThatThrownBy(
                        () ->
                                verifyThat(new ContactLimit(new Scope.OfChannel("sms"), 1))
                                        .given(OFFERS)
                                        .limits())
                .hasMessageStartingWith("channel (sms) must be one of email, push, coupon.");
    }

    @Test
    void rules_that_say_nothing_are_refused() {
        assertThatThrownBy(
                        () -> new ChannelCap("push", OptionalLong.empty(), OptionalDouble.empty()))
                .hasMessage("cap of channel push (none) must be max_sends, max_spend or both.");
        assertThatThrownBy(() -> new Exclusion(List.of("ten", "ten")))
                .hasMessageContaining("two or more different offers");
        assertThatThrownBy(() -> new OfferQuota("ten", 5, OptionalLong.of(4)))
                .hasMessage("most sends of offer ten (4) must be at least 5.");
    }

    @Test
    void more_rules_stand_after_those_that_are_there() {
        Rules own = Rules.of(Exclusion.of("email", "ten"));
        Rule contacts = new ContactLimit(Scope.ANY, 1);

        assertThat(own.and(List.of(contacts)).all()).containsExactly(own.all().get(0), contacts);
        assertThat(own.all()).hasSize(1);
        assertThat(own.and(List.of())).isSameAs(own);
    }
}
