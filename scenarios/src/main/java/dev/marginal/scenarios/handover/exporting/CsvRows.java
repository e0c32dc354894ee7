package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.store.local.PrivateFiles;
import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A CSV file for machines, which takes the place of the last one when it is whole. */
final class CsvRows implements Closeable {
    private final Path file;
    private final Path part;
    private final BufferedWriter out;

    CsvRows(Path file, List<String> columns) throws IOException {
        PrivateFiles.createFolders(file.toAbsolutePath().getParent());
        this.file = file;
        this.part = file.resolveSibling("." + file.getFileName() + ".part");
        Files.deleteIfExists(part);
        this.out = Files.newBufferedWriter(PrivateFiles.create(part), StandardCharsets.UTF_8);
        add(columns);
    }

    void add(List<String> cells) throws IOException {
        for (int i = 0; i < cells.size(); i++) {
            out.write(i == 0 ? quoted(cells.get(i)) : "," + quoted(cells.get(i)));
        }
        out.write('\n');
    }

    @Override
    public void close() throws IOException {
        out.close();
        PrivateFiles.move(part, file);
    }

    private static String quoted(String cell) {
        boolean plain = cell.chars().noneMatch(letter -> ",\"\r\n".indexOf(letter) >= 0);
        return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
    }
}
