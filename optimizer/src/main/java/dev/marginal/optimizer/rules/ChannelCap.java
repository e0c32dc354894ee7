package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Caps what goes through a channel: its sends, its spend, or both.
 *
 * @param channel as the offers name it
 * @param maxSends over all customers, zero or more
 * @param maxSpend in currency over all customers, zero or more; at least one of the two is given
 */
public record ChannelCap(String channel, OptionalLong maxSends, OptionalDouble maxSpend)
        implements Rule {
    public ChannelCap {
        Requires.text(channel, "channel");
        maxSends.ifPresent(most -> Requires.notNegative(most, "channel " + channel + ", sends"));
        maxSpend.ifPresent(most -> Requires.notNegative(most, "channel " + channel + ", spend"));
        Requires.require(
                maxSends.isPresent() || maxSpend.isPresent(),
                "cap of channel " + channel,
                "none",
                "max_sends, max_spend or both");
    }

    /** At most this many sends. */
    public static ChannelCap sends(String channel, long most) {
        return new ChannelCap(channel, OptionalLong.of(most), OptionalDouble.empty());
    }

    /** At most this much spend, in currency. */
    public static ChannelCap spend(String channel, double most) {
        return new ChannelCap(channel, OptionalLong.empty(), OptionalDouble.of(most));
    }

    /**
     * One shared limit for the sends, one for the spend.
     *
     * @throws IllegalArgumentException if no offer goes through the channel
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.channel(channel, terms);
        OfferSet offers = terms.offersIn(new Scope.OfChannel(channel));
        String name = "channel " + channel;
        return Stream.concat(
                maxSends.stream().mapToObj(most -> Limit.sends(name + ", sends", offers, 0, most)),
                maxSpend.stream().mapToObj(most -> Limit.spend(name + ", spend", offers, most)));
    }
}
