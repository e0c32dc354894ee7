package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Requires;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Keeps what others pay of the sends' costs, {@link Charge#CO_FUNDING}, within their own budgets:
 * merchants, brands, sponsors. What the campaign itself pays is {@link Charge#COST}, and its own
 * budget's affair.
 *
 * @param column the customers' column whose values are the payers; empty for one payer of all
 * @param scope the offers that the rule speaks of
 * @param coFunded those of which others pay a share; the others do not count
 * @param budgets in currency, zero or more, by payer. A value of the column that is not named pays
 *     nothing: its customers get none of these offers, whatever they are expected to cost. With an
 *     empty column the one budget is that of the empty word
 */
public record CoFunding(
        String column, Scope scope, List<String> coFunded, Map<String, Double> budgets)
        implements Rule {
    public CoFunding {
        coFunded = List.copyOf(coFunded);
        Requires.require(!coFunded.isEmpty(), "co-funded offers", "none", "one or more");
        budgets = Map.copyOf(budgets);
        Requires.require(!budgets.isEmpty(), "co-funding budgets", "none", "one or more");
        budgets.forEach((payer, most) -> Requires.notNegative(most, "co-funding of " + payer));
        boolean one = budgets.keySet().equals(Set.of(""));
        Requires.require(
                column.isEmpty() == one, "payers of " + column, budgets.keySet(), "its values");
    }

    /** One payer of these offers, whoever gets them. */
    public static CoFunding of(List<String> offers, double budget) {
        return new CoFunding("", new Scope.Of(offers), offers, Map.of("", budget));
    }

    /**
     * One shared limit for each payer, in the order of the column's values.
     *
     * @throws IllegalArgumentException if the scope, the column or a payer is unknown
     */
    @Override
    public Stream<Limit> limits(Terms terms) {
        Known.scope(scope, terms);
        OfferSet offers =
                new OfferSet(
                        terms.offersIn(scope).bits()
                                & terms.offersIn(new Scope.Of(coFunded)).bits());
        if (column.isEmpty()) {
            return Stream.of(limit("co-funding", offers, Segment.EVERYONE, budgets.get("")));
        }
        new TreeMap<>(budgets).keySet().forEach(payer -> Known.value(column, payer, terms));
        return Known.column(column, terms).names().stream()
                .map(
                        payer ->
                                budgets.containsKey(payer)
                                        ? limit(
                                                column + " " + payer,
                                                offers,
                                                Segment.of(column, payer),
                                                budgets.get(payer))
                                        : unpaid(payer, offers));
    }

    private Limit unpaid(String value, OfferSet offers) {
        return Limit.sends(
                Label.of(column + " " + value, scope, Segment.EVERYONE) + ", nobody pays",
                offers,
                Segment.of(column, value),
                0,
                0);
    }

    private Limit limit(String payer, OfferSet offers, Segment where, double most) {
        String name = Label.of(payer, scope, Segment.EVERYONE);
        return new Limit.Shared(
                column.isEmpty() ? name : name + ", co-funding",
                List.of(new Limit.Part(offers, where, Charge.CO_FUNDING, 1)),
                Limit.Shared.NO_FLOOR,
                OfferBook.micros(most));
    }
}
