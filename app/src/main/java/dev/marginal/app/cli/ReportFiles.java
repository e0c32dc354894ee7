package dev.marginal.app.cli;

import dev.marginal.app.pictures.NoFonts;
import dev.marginal.app.pictures.Png;
import dev.marginal.reports.charts.Chart;
import dev.marginal.tables.Fleeting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A report's page, and its charts as files of their own: all are drawn aside before the first one
 * takes its place, so that what fails leaves nothing behind, and no file is ever there in part.
 *
 * @param page where the page goes; null for nowhere
 * @param folder where each chart goes, as SVG and as PNG; null for nowhere
 */
record ReportFiles(Path page, Path folder) {
    /** A file that is drawn, and where it will stand. */
    private record Draft(Path aside, Path place) {}

    /**
     * Writes them over whatever stands there.
     *
     * @return the files of charts
     * @throws NoFonts if this machine cannot draw PNG; the page and the SVG files are written
     */
    List<String> write(String html, List<Chart> charts) throws NoFonts {
        if (page != null && Files.isDirectory(page)) {
            throw unwritable(page, new IOException("a folder stands there"));
        }
        if (folder != null && Files.exists(folder) && !Files.isDirectory(folder)) {
            throw unwritable(folder, new IOException("a file stands there"));
        }
        try {
            return folder == null ? writePage(html) : writeAll(html, charts);
        } catch (IOException unwritable) {
            throw unwritable(page == null ? folder : page, unwritable);
        }
    }

    private static UncheckedIOException unwritable(Path place, IOException why) {
        return new UncheckedIOException("%s cannot be written: %s".formatted(place, why), why);
    }

    /**
     * What to tell of it.
     *
     * @param charts the files that {@link #write} told
     */
    String told(List<String> charts) {
        List<String> lines = new ArrayList<>();
        if (page != null) {
            lines.add(page + " is written");
        }
        if (folder != null) {
            lines.add("%s: %d charts, each as SVG and PNG".formatted(folder, charts.size() / 2));
        }
        return String.join(System.lineSeparator(), lines);
    }

    private List<String> writePage(String html) throws IOException {
        if (page != null) {
            try (Fleeting aside = asideOf(page)) {
                put(List.of(draft(aside, page, html)));
            }
        }
        return List.of();
    }

    private List<String> writeAll(String html, List<Chart> charts) throws IOException, NoFonts {
        try (Fleeting aside = asideOf(folder)) {
            List<Draft> drawings = new ArrayList<>();
            for (Chart chart : charts) {
                drawings.add(draft(aside, folder.resolve(chart.id() + ".svg"), chart.file()));
            }
            List<Draft> pictures = new ArrayList<>();
            NoFonts missing = null;
            try {
                for (Chart chart : charts) {
                    pictures.add(picture(aside, chart));
                }
            } catch (NoFonts none) {
                missing = none;
            }
            writePage(html);
            Files.createDirectories(folder);
            put(drawings);
            if (missing != null) {
                throw missing;
            }
            put(pictures);
            drawings.addAll(pictures);
            return drawings.stream().map(draft -> draft.place().toString()).toList();
        }
    }

    private Draft picture(Fleeting aside, Chart chart) throws NoFonts {
        String name = chart.id() + ".png";
        Path drawn = aside.path().resolve(name);
        Png.write(chart.file(), drawn);
        return new Draft(drawn, folder.resolve(name));
    }

    /** A hidden folder beside what will be written. */
    private static Fleeting asideOf(Path place) throws IOException {
        Path parent = place.toAbsolutePath().getParent();
        Files.createDirectories(parent);
        return new Fleeting(Files.createTempDirectory(parent, ".report-"));
    }

    private static Draft draft(Fleeting aside, Path place, String text) throws IOException {
        Path drawn = aside.path().resolve(place.getFileName());
        return new Draft(Files.writeString(drawn, text), place);
    }

    private static void put(List<Draft> drafts) throws IOException {
        for (Draft draft : drafts) {
            Files.move(draft.aside(), draft.place(), StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
