package dev.marginal.tables.csv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordScannerTest {
    @Test
    void records_begin_where_the_eye_finds_them() throws IOException {
        assertThat(records("a,b\n1,2\n\n\"x\ny\",\"\"\r\n3,\"p,\"\"q\"\"\""))
                .containsExactly("1:2", "2:2", "3:1 blank", "4:2", "6:2");
    }

    @Test
    void an_empty_file_has_no_record() throws IOException {
        assertThat(records("")).isEmpty();
    }

    @Test
    void the_first_fault_of_a_record_is_kept_and_the_next_record_is_sound() throws IOException {
        assertThat(records("a,b\n1,\"2\"x\0\n3,4\n5,\"6"))
                .containsExactly("1:2", "2:2 TEXT_AFTER_QUOTE@2", "3:2", "4:2 OPEN_QUOTE@4");
    }

    @Test
    void a_fault_inside_a_quoted_cell_has_the_line_of_its_byte() throws IOException {
        assertThat(records("a\n\"x\n\ny\0\"\n")).containsExactly("1:1", "2:1 NUL@4");
    }

    @Test
    void utf8_is_told_from_other_bytes() {
        for (String good : new String[] {"é", "€", "𝄞", "\uFFFF", "\uD7FF", "\uE000"}) {
            assertThat(fault(good.getBytes(StandardCharsets.UTF_8))).isNull();
        }
        for (String bad :
                new String[] {
                    "ff", "c0af", "e080af", "eda080", "f08080af", "f4908080", "c3", "e282"
                }) {
            assertThat(fault(HexFormat.of().parseHex(bad))).as(bad).isEqualTo(Fault.NOT_UTF8);
        }
    }

    private static Fault fault(byte[] cell) {
        try (RecordScanner scanner = new RecordScanner(new ByteArrayInputStream(cell), ',')) {
            scanner.next();
            return scanner.fault();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static List<String> records(String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        List<String> records = new ArrayList<>();
        try (RecordScanner scanner = new RecordScanner(new ByteArrayInputStream(bytes), ',')) {
            while (scanner.next()) {
                String blank = scanner.blank() ? " blank" : "";
                String fault =
                        scanner.fault() == null
                                ? ""
                                : " " + scanner.fault() + "@" + scanner.faultLine();
                records.add(scanner.line() + ":" + scanner.cells() + blank + fault);
            }
        }
        return records;
    }
}
