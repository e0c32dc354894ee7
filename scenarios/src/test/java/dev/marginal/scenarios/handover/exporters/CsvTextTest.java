package dev.marginal.scenarios.handover.exporters;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text that spreadsheets leave alone, and machines can have back. */
class CsvTextTest {
    @TempDir Path folder;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=1+1",
                "+6591234567",
                "-5",
                "@SUM(A1)",
                "\tx",
                "\rx",
                "\nx",
                "\0x",
                "'x",
                "''=1",
                "＝1",
                "＋1",
                "－1",
                "＠x"
            })
    void what_begins_like_a_formula_gets_an_apostrophe_that_comes_off_again(String text)
            throws IOException {
        String escaped = CsvText.escaped(text);

        assertThat(escaped).isEqualTo("'" + text);
        assertThat(escaped.substring(1)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"c42", "", "a=b", "2026-11-21", " =1", "{\"a\":1}"})
    void other_text_stays(String text) {
        assertThat(CsvText.escaped(text)).isEqualTo(text);
    }

    @Test
    void numbers_keep_their_sign_and_cells_their_quotes() throws IOException {
        Path file = folder.resolve("x.csv");
        try (CsvText csv = new CsvText(file, true)) {
            csv.header(List.of("a", "b"));
            csv.number("-1.5");
            csv.text("-1.5");
            csv.text("say \"a;b\", twice");
            csv.text(" x");
            csv.end();
        }

        assertThat(Files.readString(file))
                .isEqualTo("a,b\n-1.5,'-1.5,\"say \"\"a;b\"\", twice\",\" x\"\n");
    }

    @Test
    void machines_get_text_as_it_is() throws IOException {
        Path file = folder.resolve("x.csv");
        try (CsvText csv = new CsvText(file, false)) {
            csv.text("+6591234567");
            csv.text("'x");
            csv.end();
        }

        assertThat(Files.readString(file)).isEqualTo("+6591234567,'x\n");
    }
}
