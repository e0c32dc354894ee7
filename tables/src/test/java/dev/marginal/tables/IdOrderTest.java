package dev.marginal.tables;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids in the order of their bytes, and the first row of each. */
class IdOrderTest {
    private static final String[] WORDS = {
        "", "a", "b", "A", "ä", "\uFFFD", "😀", "customer-", "0"
    };

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 3", "30, 2", "500, 1", "500, 4", "20000, 6", "3000, 40"})
    void rows_come_by_their_bytes_and_equal_ones_in_their_order(int rows, int words) {
        List<String> ids = ids(rows, words);
        Comparator<String> byBytes =
                (one, other) ->
                        Arrays.compareUnsigned(
                                one.getBytes(StandardCharsets.UTF_8),
                                other.getBytes(StandardCharsets.UTF_8));

        assertThat(IdColumn.of("id", ids).sorted(IntStream.range(0, rows).toArray()))
                .containsExactly(
                        IntStream.range(0, rows)
                                .boxed()
                                .sorted(Comparator.comparing(ids::get, byBytes))
                                .mapToInt(Integer::intValue)
                                .toArray());
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "400, 2", "9000, 5"})
    void the_first_row_of_an_id_stands_for_all_of_them(int rows, int words) {
        List<String> ids = ids(rows, words);

        assertThat(IdIndex.firstRows(IdColumn.of("id", ids)))
                .containsExactly(ids.stream().mapToInt(ids::indexOf).toArray());
    }

    private static List<String> ids(int rows, int words) {
        SplittableRandom random = new SplittableRandom(rows + words);
        List<String> ids = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder id = new StringBuilder();
            for (int word = random.nextInt(words + 1); word > 0; word--) {
                id.append(WORDS[random.nextInt(WORDS.length)]);
            }
            ids.add(id.toString());
        }
        return ids;
    }
}
