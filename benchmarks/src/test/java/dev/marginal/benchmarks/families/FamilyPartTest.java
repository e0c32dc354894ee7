package dev.marginal.benchmarks.families;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.benchmarks.AllocationFamily;
import dev.marginal.benchmarks.AllocationProblem;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.Execution;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FamilyPartTest {
    private static final Execution TWO = new Execution(2);
    private static final AllocationFamily FAMILY = AllocationFamily.of(40_000, 6, 12, 1);

    @ParameterizedTest(name = "{0} parts")
    @ValueSource(ints = {1, 2, 3})
    void parts_drawn_alone_are_together_the_campaign_drawn_in_one_place(int count) {
        AllocationProblem whole = FamilyGenerator.generate(FAMILY, TWO);
        List<FamilyPart> parts =
                IntStream.range(0, count)
                        .mapToObj(number -> new FamilyPart(FAMILY, number, count))
                        .toList();
        List<OfferBook> books = parts.stream().map(part -> part.book(TWO)).toList();

        for (int offer = 0; offer < FAMILY.offers(); offer++) {
            int column = offer;
            assertThat(joined(books, book -> book.value()[column]))
                    .isEqualTo(whole.book().value()[column]);
            assertThat(joined(books, book -> book.cost()[column]))
                    .isEqualTo(whole.book().cost()[column]);
        }
        assertThat(books.stream().flatMapToInt(book -> IntStream.of(segments(book))).toArray())
                .isEqualTo(segments(whole.book()));
    }

    @ParameterizedTest(name = "{0} limits in 3 parts")
    @ValueSource(ints = {1, 5, 12})
    void limits_found_from_parts_are_those_of_the_campaign_in_one_place(int limits) {
        AllocationFamily family = AllocationFamily.of(40_000, 6, limits, 1);
        AllocationProblem whole = FamilyGenerator.generate(family, TWO);
        List<FamilyPart> parts =
                IntStream.range(0, 3)
                        .mapToObj(number -> new FamilyPart(family, number, 3))
                        .toList();
        List<OfferBook> books = parts.stream().map(part -> part.book(TWO)).toList();

        FamilyLimits found =
                FamilyLimits.of(
                        family,
                        (price, stride) -> {
                            Spending all = Spending.none(6, family.segmentBudgets() + 1);
                            for (FamilyPart part : parts) {
                                OfferBook book = books.get(part.number());
                                all.add(part.spending(book, price, stride, TWO));
                            }
                            return all;
                        });

        assertThat(new AllocationProblem(whole.book(), found.budget(), found.rules()).limits())
                .isEqualTo(whole.limits());
    }

    @Test
    void there_are_no_more_parts_than_blocks_of_customers() {
        assertThatThrownBy(() -> new FamilyPart(FAMILY, 0, 4).book(TWO))
                .hasMessage("parts (4) must be at most one for every 16,384 customers of 40,000.");
    }

    /** A column of a book. */
    private interface Column {
        float[] of(OfferBook book);
    }

    private static float[] joined(List<OfferBook> books, Column column) {
        float[] all = new float[FAMILY.customers()];
        int filled = 0;
        for (OfferBook book : books) {
            System.arraycopy(column.of(book), 0, all, filled, book.customers());
            filled += book.customers();
        }
        return all;
    }

    private static int[] segments(OfferBook book) {
        return book.segmentations().get(0).code();
    }
}
