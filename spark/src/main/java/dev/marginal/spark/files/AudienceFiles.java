package dev.marginal.spark.files;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import java.io.Serializable;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Consecutive files of an audience: the customers of one partition, in the order in which one
 * machine would read them.
 *
 * @param number of the partition
 */
public record AudienceFiles(int number, List<Disk.Found> files) implements Serializable {
    /** The copies of a part's files. */
    public static final String COPIES = "*.parquet";

    private static final String ENDING = ".parquet";

    public AudienceFiles {
        files = List.copyOf(files);
    }

    /**
     * Finds the files of an audience.
     *
     * @param address of a folder, a file, or a pattern
     * @param campaignFile names it, for messages
     * @throws BadInput if there is no Parquet file, or another one
     */
    public static List<Disk.Found> find(Disk disk, String address, String campaignFile) {
        List<Disk.Found> found =
                disk.isFolder(address)
                        ? disk.matching(address + "/*" + ENDING)
                        : disk.matching(address);
        if (found.isEmpty()) {
            throw new BadInput(
                    new Problem(
                            campaignFile,
                            0,
                            "audience",
                            address,
                            "must be a folder, a file or a pattern with at least one Parquet file",
                            "Look with: hdfs dfs -ls " + address));
        }
        for (Disk.Found one : found) {
            if (!one.name().endsWith(ENDING)) {
                throw new BadInput(
                        new Problem(
                                campaignFile,
                                0,
                                "audience",
                                one.address(),
                                "must end in .parquet: partitions read Parquet alone",
                                "Convert it, or plan on one machine with ./marginal plan."));
            }
        }
        return found;
    }

    /**
     * Divides files among partitions of about as many bytes; a file is never cut.
     *
     * @param partitions at most so many
     */
    public static List<AudienceFiles> divide(List<Disk.Found> files, int partitions) {
        long bytes = files.stream().mapToLong(Disk.Found::bytes).sum();
        int most = Math.min(partitions, files.size());
        List<AudienceFiles> parts = new ArrayList<>();
        List<Disk.Found> part = new ArrayList<>();
        long before = 0;
        for (int file = 0; file < files.size(); file++) {
            part.add(files.get(file));
            before += files.get(file).bytes();
            int left = files.size() - file - 1;
            boolean enough = before >= bytes * (parts.size() + 1.0) / most;
            boolean mustSpare = left == most - parts.size() - 1;
            if (left == 0 || enough || mustSpare) {
                parts.add(new AudienceFiles(parts.size(), part));
                part = new ArrayList<>();
            }
        }
        return parts;
    }

    /** Copies the files to an empty folder of this machine; their order is that of their names. */
    public void fetch(Disk disk, Path folder) {
        for (int file = 0; file < files.size(); file++) {
            disk.fetch(files.get(file).address(), folder.resolve(name(file)));
        }
    }

    /** The address of a file by the name of its copy; all of them where the name is no copy's. */
    public String addressOf(String copy) {
        for (int file = 0; file < files.size(); file++) {
            if (name(file).equals(copy)) {
                return files.get(file).address();
            }
        }
        return copy.equals(COPIES)
                ? files.stream().map(Disk.Found::address).collect(Collectors.joining(", "))
                : copy;
    }

    private String name(int file) {
        return "%06d-%s".formatted(file, files.get(file).name());
    }
}
