package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InkTest {
    private static final String PAGE = "\nWhat binds\n  budget  1.02\n\nNothing was published.";

    @Test
    void headings_stand_out_on_a_terminal() {
        assertThat(Ink.ANSI.headings(PAGE))
                .isEqualTo("\n\033[1mWhat binds\033[0m\n  budget  1.02\n\nNothing was published.");
    }

    @Test
    void of_trouble_the_first_line_stands_out() {
        assertThat(Ink.ANSI.trouble("2 problems\n  line 5"))
                .isEqualTo("\033[1;31m2 problems\033[0m\n  line 5");
    }

    @Test
    void elsewhere_nothing_is_coloured() {
        assertThat(Ink.NONE.headings(PAGE)).isEqualTo(PAGE);
        assertThat(Ink.NONE.trouble("broken")).isEqualTo("broken");
        assertThat(Ink.of("results")).isEqualTo(Ink.NONE);
    }
}
