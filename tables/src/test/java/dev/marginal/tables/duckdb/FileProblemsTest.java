package dev.marginal.tables.duckdb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileProblemsTest {
    @TempDir Path folder;
    private Workbench bench;

    @BeforeEach
    void open() {
        bench = new Workbench(folder);
    }

    @Test
    void a_missing_file_is_told_with_the_nearest_name() {
        bench.put("histroy.csv", "x\n1\n");
        assertThat(bench.problemsOf("history.csv", Workbench.ANY))
                .containsExactly("history.csv: must exist. Did you mean 'histroy.csv'?");
    }

    @Test
    void a_missing_file_is_told_with_its_neighbours_if_none_is_near() {
        bench.put("b.csv", "x\n1\n");
        bench.put("a.parquet", "");
        bench.put("notes.txt", "");
        assertThat(bench.problemsOf("history.csv", Workbench.ANY))
                .containsExactly("history.csv: must exist. The folder holds a.parquet, b.csv.");
    }

    @Test
    void a_missing_folder_is_told() {
        assertThat(bench.problemsOf("data/history.csv", Workbench.ANY))
                .containsExactly(
                        "data/history.csv: must exist. There is no folder '%s'."
                                .formatted(folder.resolve("data")));
    }

    @Test
    void a_glob_that_matches_nothing_is_told() {
        assertThat(bench.problemsOf("day-*.csv", Workbench.ANY))
                .containsExactly(
                        "day-*.csv: must match a file. The folder holds no .csv, .csv.gz or"
                                + " .parquet.");
    }

    @Test
    void a_folder_is_told() throws IOException {
        Files.createDirectory(folder.resolve("days.csv"));
        assertThat(bench.problemsOf("days.csv", Workbench.ANY))
                .containsExactly("days.csv: must be a file, not a folder. Maybe 'days.csv/*.csv'?");
    }

    @Test
    void another_kind_of_file_is_told() {
        bench.put("h.xlsx", "PK");
        assertThat(bench.problemsOf("h.xlsx", Workbench.ANY))
                .containsExactly("h.xlsx: must end in .csv, .csv.gz or .parquet.");
    }

    @Test
    void an_empty_file_is_told() {
        assertThat(bench.problems("", Workbench.ANY))
                .containsExactly("h.csv: must have a header and rows. The file is empty.");
    }

    @Test
    void a_packed_empty_file_is_told() {
        bench.putPacked("h.csv.gz", "");
        assertThat(bench.problemsOf("h.csv.gz", Workbench.ANY))
                .containsExactly("h.csv.gz: must have a header and rows. The file is empty.");
    }

    @Test
    void a_header_without_rows_is_told() {
        assertThat(bench.problems("id,x\n\n", Workbench.ANY))
                .containsExactly("h.csv: must have rows. Only the header is there.");
    }

    @Test
    void a_file_that_is_no_archive_is_told() {
        bench.put("h.csv.gz", "id,x\na,1\n");
        assertThat(bench.problemsOf("h.csv.gz", Workbench.ANY))
                .containsExactly(
                        "h.csv.gz: must be a whole gzip file. Maybe copy or download it again.");
    }

    @Test
    void half_an_archive_is_told() throws IOException {
        byte[] whole = Files.readAllBytes(bench.putPacked("h.csv.gz", "id,x\na,1\nb,2\n"));
        bench.put("h.csv.gz", Arrays.copyOf(whole, whole.length - 9));
        assertThat(bench.problemsOf("h.csv.gz", Workbench.ANY))
                .containsExactly(
                        "h.csv.gz: must be a whole gzip file. Maybe copy or download it again.");
    }

    @Test
    void a_flipped_bit_in_an_archive_is_told() throws IOException {
        byte[] whole = Files.readAllBytes(bench.putPacked("h.csv.gz", "id,x\na,1\nb,2\n"));
        whole[whole.length - 6] ^= 1;
        bench.put("h.csv.gz", whole);
        assertThat(bench.problemsOf("h.csv.gz", Workbench.ANY))
                .containsExactly(
                        "h.csv.gz: must be a whole gzip file. Maybe copy or download it again.");
    }

    @Test
    void a_file_that_is_not_parquet_is_told() {
        bench.put("h.parquet", "id,x\na,1\nthis is no parquet file at all\n");
        assertThat(bench.problemsOf("h.parquet", Workbench.ANY))
                .singleElement()
                .asString()
                .startsWith("h.parquet: must be a Parquet file: ")
                .contains("magic bytes");
    }
}
