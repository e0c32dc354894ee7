package dev.marginal.spark.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.marginal.tables.BadInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.hadoop.conf.Configuration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Partitions are consecutive files. */
class AudienceFilesTest {
    private final Disk disk = new Disk(new Configuration());

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 7, 10, 50})
    void every_file_is_in_one_part_in_order_and_no_part_is_empty(int partitions) {
        List<Disk.Found> files =
                IntStream.range(0, 10)
                        .mapToObj(file -> new Disk.Found("file:/a/" + file, file == 4 ? 1000 : 10))
                        .toList();

        List<AudienceFiles> parts = AudienceFiles.divide(files, partitions);

        assertThat(parts).hasSizeLessThanOrEqualTo(Math.min(10, partitions));
        assertThat(parts).extracting(AudienceFiles::files).noneMatch(List::isEmpty);
        assertThat(parts.stream().flatMap(part -> part.files().stream())).isEqualTo(files);
        assertThat(parts)
                .extracting(AudienceFiles::number)
                .isEqualTo(IntStream.range(0, parts.size()).boxed().toList());
    }

    @Test
    void files_of_about_as_many_bytes_are_divided_evenly() {
        List<Disk.Found> files =
                IntStream.range(0, 12)
                        .mapToObj(file -> new Disk.Found("file:/a/" + file, 5))
                        .toList();

        assertThat(AudienceFiles.divide(files, 4))
                .extracting(part -> part.files().size())
                .containsExactly(3, 3, 3, 3);
    }

    @Test
    void a_folder_stands_for_its_parquet_files_by_name(@TempDir Path folder) throws IOException {
        for (String name : List.of("b.parquet", "a.parquet", "_SUCCESS", ".a.parquet.crc")) {
            Files.writeString(folder.resolve(name), name);
        }

        assertThat(AudienceFiles.find(disk, folder.toString(), "campaign.yml"))
                .extracting(Disk.Found::name)
                .containsExactly("a.parquet", "b.parquet");
    }

    @Test
    void an_address_without_files_is_refused(@TempDir Path folder) {
        assertThatThrownBy(() -> AudienceFiles.find(disk, folder + "/none", "campaign.yml"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "campaign.yml: audience (%s/none) must be a folder, a file or a pattern with at least one Parquet file."
                                .formatted(folder))
                .hasMessageContaining("Look with: hdfs dfs -ls ");
    }

    @Test
    void other_files_are_refused(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("audience.csv"), "customer");

        assertThatThrownBy(() -> AudienceFiles.find(disk, folder + "/*.csv", "campaign.yml"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("must end in .parquet: partitions read Parquet alone");
    }
}
