package dev.marginal.benchmarks.python;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.NumberColumn;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Customers;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {
    private static final CampaignHistory THREE_ARMS =
            new CampaignHistory(
                    new Customers(
                            4,
                            List.of(
                                    new NumberColumn("spent", new float[] {1, 2.5f, -3, Float.NaN}),
                                    new CategoryColumn(
                                            "town", new int[] {1, 0, -1, 1}, List.of("x y", "z")))),
                    List.of("mail", "call"),
                    new int[] {0, 2, 1, 2},
                    new double[] {0, 10.25, 3, 0},
                    new double[] {1, 1, 1, 1},
                    new double[] {1 / 3.0, 1 / 3.0, 1 / 3.0, 1 / 3.0},
                    new int[] {0, 1, 2, 3},
                    "tiny");

    @Test
    void a_pair_has_the_rows_of_one_treatment_and_the_control_at_even_chances() {
        CampaignHistory pair = Split.pair(THREE_ARMS, 2);

        assertThat(pair.treatments()).containsExactly("call");
        assertThat(pair.arm()).containsExactly(0, 1, 1);
        assertThat(pair.gmv()).containsExactly(0, 10.25, 0);
        assertThat(pair.propensity()).containsOnly(0.5);
    }

    @Test
    void what_is_read_is_what_was_written(@TempDir Path folder) {
        CampaignHistory written = Split.pair(THREE_ARMS, 2);
        Part part = new Part(folder.resolve("learn"));
        part.write(written);
        CampaignHistory read = part.read();

        assertThat(read.arm()).containsExactly(written.arm());
        assertThat(read.gmv()).containsExactly(written.gmv());
        assertThat(read.propensity()).containsExactly(written.propensity());
        assertThat(((NumberColumn) read.customers().features().get(0)).values())
                .containsExactly(1, 2.5f, Float.NaN);
        CategoryColumn town = (CategoryColumn) read.customers().features().get(1);
        assertThat(town.codes()).containsExactly(1, 0, 1);
        assertThat(town.words()).containsExactly("x y", "z");
    }

    @Test
    void planted_rows_to_judge_by_are_not_among_those_to_learn_from() {
        Split split = Split.of("planted-50", 101, Path.of("."), 20);

        assertThat(split.learnt().group()).hasSize(50).doesNotContain(split.judged().group());
        assertThat(split.judged().rows()).isEqualTo(20);
        assertThat(split.truth().orElseThrow()).hasSize(20);
    }
}
