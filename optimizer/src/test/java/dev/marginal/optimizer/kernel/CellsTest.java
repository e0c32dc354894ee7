package dev.marginal.optimizer.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CellsTest {
    private static final List<String> REGIONS = List.of("north", "south", "west");
    private static final OfferBook BOOK =
            new OfferBook(
                    List.of(new Offer("a", "push")),
                    new float[1][6],
                    new float[1][6],
                    List.of(
                            new Segmentation("region", REGIONS, new int[] {0, 1, 2, 0, 1, 2}),
                            new Segmentation(
                                    "stage",
                                    List.of("new", "loyal"),
                                    new int[] {0, 0, 0, 1, 1, 1})),
                    List.of());

    @Test
    void customers_that_no_limit_tells_apart_share_a_cell() {
        assertThat(cells(Segment.EVERYONE).count()).isOne();
        assertThat(cells(Segment.of("region", "north")).count()).isEqualTo(2);
        assertThat(cells(Segment.of("region", "south", "west")).count()).isEqualTo(2);
        assertThat(cells(Segment.of("region", "south"), Segment.of("region", "west")).count())
                .isEqualTo(3);
    }

    @Test
    void columns_cross_where_limits_ask_for_both() {
        Segment north = Segment.of("region", "north");
        Segment loyal = Segment.of("stage", "loyal");
        Cells cells = cells(north, loyal);
        assertThat(cells.count()).isEqualTo(4);
        for (int customer = 0; customer < 6; customer++) {
            assertThat(cells.isIn(cells.of()[customer], north)).isEqualTo(customer % 3 == 0);
            assertThat(cells.isIn(cells.of()[customer], loyal)).isEqualTo(customer >= 3);
        }
    }

    @Test
    void unknown_columns_and_values_are_told() {
        assertThatThrownBy(() -> cells(Segment.of("country", "SG")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("A limit speaks of the column country; the book has [region, stage].");
        assertThatThrownBy(() -> cells(Segment.of("region", "nort")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("region (nort) must be one of [north, south, west]");
    }

    private static Cells cells(Segment... segments) {
        return Cells.of(BOOK, Stream.of(segments));
    }
}
