package dev.marginal.uplift.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankingTest {
    private static final float INFINITE = Float.POSITIVE_INFINITY;
    private static final float[] SCORE = {
        0f, -1.5f, Float.NaN, 3f, -0f, 3f, Float.MIN_VALUE, INFINITE, -7f, -INFINITE
    };

    @Test
    void floats_rank_as_doubles_do() {
        double[] wide = IntStream.range(0, SCORE.length).mapToDouble(row -> SCORE[row]).toArray();

        assertThat(text(Ranking.by(SCORE))).isEqualTo(text(Ranking.by(wide)));
        assertThat(text(Ranking.by(SCORE))).isEqualTo("7 | 3 5 | 6 | 0 4 | 1 | 8 | 2 9 | ");
    }

    @Test
    void some_rows_keep_their_order_and_their_ties() {
        Ranking some = Ranking.by(SCORE).where(row -> row >= 4);

        assertThat(text(some)).isEqualTo("7 | 5 | 6 | 4 | 8 | 9 | ");
    }

    @Test
    void no_rows_have_no_ties() {
        assertThat(Ranking.by(SCORE).where(row -> false).ties()).isZero();
    }

    private static String text(Ranking ranking) {
        StringBuilder text = new StringBuilder();
        int place = 0;
        for (int tie = 0; tie < ranking.ties(); tie++) {
            for (; place < ranking.end(tie); place++) {
                text.append(ranking.row(place)).append(' ');
            }
            text.append("| ");
        }
        return text.toString();
    }
}
