package dev.marginal.optimizer;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** A campaign small enough to try every plan. */
public record SmallCampaign(OfferBook book, Budget budget, List<Limit> limits) {
    /** The limits as rules. */
    public Rules rules() {
        return Rules.of(terms -> limits.stream());
    }

    /** The same with another budget. */
    public SmallCampaign with(Budget other) {
        return new SmallCampaign(book, other, limits);
    }

    /** The same with the customers in another order: the new row {@code i} is {@code rows[i]}. */
    public SmallCampaign inOrder(int[] rows) {
        return new SmallCampaign(Reordered.book(book, rows), budget, limits);
    }

    @Override
    public String toString() {
        String columns =
                IntStream.range(0, book.offers().size())
                        .mapToObj(
                                offer ->
                                        "%s: value %s, cost %s"
                                                .formatted(
                                                        book.offers().get(offer).id(),
                                                        Arrays.toString(book.value()[offer]),
                                                        Arrays.toString(book.cost()[offer])))
                        .collect(Collectors.joining("\n"));
        String codes =
                book.segmentations().stream()
                        .map(one -> one.column() + " " + Arrays.toString(one.code()))
                        .collect(Collectors.joining(", "));
        String measures =
                book.measures().stream()
                        .map(one -> one.name() + " " + Arrays.deepToString(one.amount()))
                        .collect(Collectors.joining(", "));
        String rows = limits.stream().map(Limit::toString).collect(Collectors.joining("\n"));
        return String.join("\n", "", columns, codes, measures, budget + "", rows);
    }
}
