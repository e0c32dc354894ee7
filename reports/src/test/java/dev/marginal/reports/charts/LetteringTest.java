package dev.marginal.reports.charts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.reports.charts.Svg.Type;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class LetteringTest {
    private static final String[] LETTERS = {
        "a", "e", "i", "m", "W", "ö", "ß", "é", "7", " ", " ", "_", "-", ".", "🎁", "👩‍👩‍👧", "中"
    };

    @Test
    void words_break_after_a_pause() {
        assertThat(Lettering.lines("best average effect", Type.PLAIN, 90))
                .containsExactly("best average", "effect");
        assertThat(Lettering.lines("days_since_last_visit", Type.PLAIN, 90))
                .containsExactly("days_since_", "last_visit");
    }

    @Test
    void a_number_is_not_broken_at_its_point_while_there_is_another_pause() {
        assertThat(Lettering.lines("one feature alone: 0.561", Type.PLAIN, 132))
                .containsExactly("one feature alone:", "0.561");
    }

    @Test
    void what_is_written_onto_a_letter_stays_with_it() {
        String family = "👩‍👩‍👧";
        assertThat(Lettering.lines(family + family, Type.PLAIN, 50))
                .containsExactly(family, family);
        assertThat(Lettering.lines("ö́ö́", Type.PLAIN, 10)).containsExactly("ö́", "ö́");
    }

    @Test
    void nothing_is_one_empty_line() {
        assertThat(Lettering.lines("", Type.PLAIN, 100)).isEqualTo(List.of(""));
    }

    @Test
    void nothing_is_lost_and_no_line_is_wider_than_the_room() {
        Random random = new Random(7);
        for (int repetition = 0; repetition < 500; repetition++) {
            String words =
                    random.ints(random.nextInt(80), 0, LETTERS.length)
                            .mapToObj(letter -> LETTERS[letter])
                            .collect(Collectors.joining());
            double room = 60 + random.nextInt(300);

            List<String> lines = Lettering.lines(words, Type.STRONG, room);

            assertThat(String.join("", lines).replace(" ", "")).isEqualTo(words.replace(" ", ""));
            assertThat(lines).allMatch(line -> Lettering.width(line, Type.STRONG) <= room);
        }
    }
}
