package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * What one published plan has more than another; money is in the plans' currency, and differences
 * are the later plan's figures less the earlier one's.
 *
 * @param before the plan that is compared with
 * @param now the plan that is compared
 * @param channels sends, value and spend by channel, where they differ
 * @param offers the same by offer
 * @param segments sends by channel and value of an audience column of few words; empty where the
 *     audience is gone
 * @param moves customers who get something else, the largest change of value first
 * @param limits whose price, bounds or use differ
 * @param inputs that differ
 */
public record PlanDifference(
        Side before,
        Side now,
        List<Part> channels,
        List<Part> offers,
        List<Segment> segments,
        List<Move> moves,
        List<Limit> limits,
        List<Input> inputs) {
    public PlanDifference {
        channels = List.copyOf(channels);
        offers = List.copyOf(offers);
        segments = List.copyOf(segments);
        moves = List.copyOf(moves);
        limits = List.copyOf(limits);
        inputs = List.copyOf(inputs);
    }

    /** Whether the plans send the same, at the same value and cost, from the same inputs. */
    public boolean isNone() {
        return moves.isEmpty() && offers.isEmpty() && limits.isEmpty() && inputs.isEmpty();
    }

    /**
     * One of the two plans.
     *
     * @param folder where it is
     * @param value what its model claims
     * @param future the part of it that comes after the window; {@code NaN} unless the objective
     *     counts it
     * @param spend what the campaign pays
     * @param coFunding what others pay beside it
     * @param measured incremental GMV as held-out customers say; {@code NaN} where unknown
     * @param low end of its 95 % interval
     * @param high end of its 95 % interval
     */
    public record Side(
            String folder,
            String campaign,
            String date,
            String currency,
            long customers,
            double value,
            double future,
            double spend,
            @JsonProperty("co_funding") double coFunding,
            long sends,
            double measured,
            double low,
            double high) {}

    /** What one offer or channel has more. */
    public record Part(
            String name,
            @JsonProperty("sends_before") long sendsBefore,
            long sends,
            double value,
            double spend) {}

    /** Sends of a channel to those with one word in a column of the audience. */
    public record Segment(
            String channel,
            String column,
            String word,
            @JsonProperty("sends_before") long sendsBefore,
            long sends) {}

    /**
     * Customers who got one thing and get another.
     *
     * @param from offers joined by " + "; "nothing" for none
     * @param to the same now
     * @param value what they bring more
     * @param spend what they cost more
     * @param why in words
     */
    public record Move(
            String from, String to, long customers, double value, double spend, String why) {}

    /**
     * A limit.
     *
     * @param priceBefore what its next unit earned; 0 where it did not bind or was not there
     * @param price the same now
     * @param change in words
     */
    public record Limit(
            String limit,
            @JsonProperty("price_before") double priceBefore,
            double price,
            String change) {}

    /** An input that is other, and how in words. */
    public record Input(String input, String change) {}
}
