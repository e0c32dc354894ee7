package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Caps what goes through a channel: its sends, its spend, or both.
 *
 * @param channel as the offers name it
 * @param where the customers that count
 * @param maxSends over all customers that count, zero or more
 * @param maxSpend in currency over all customers that count, zero or more; at least one of the two
 *     is given
 */
public record ChannelCap(
        String channel, Segment where, OptionalLong maxSends, OptionalDouble maxSpend)
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

    /** The same for everyone. */
    public ChannelCap(String channel, OptionalLong maxSends, OptionalDouble maxSpend) {
        this(channel, Segment.EVERYONE, maxSends, maxSpend);
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
     * @throws IllegalArgumentException if no offer goes through the channel, or the segment is
     *     unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.channel(channel, terms);
        Known.segment(where, terms);
        return new Allowance(OptionalLong.empty(), maxSends, OptionalDouble.empty(), maxSpend)
                .limits(
                        Label.where("channel " + channel, where),
                        terms.offersIn(new Scope.OfChannel(channel)),
                        where);
    }
}
