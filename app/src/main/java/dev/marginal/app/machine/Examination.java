package dev.marginal.app.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Everything that plans need of a machine.
 *
 * @param temporary the folder of temporary files
 * @param store the folder of plans, which need not be there yet
 */
public record Examination(Path temporary, Path store) {
    /** The machine that this process runs on. */
    public static Examination ofThisMachine(Path store) {
        return new Examination(Path.of(System.getProperty("java.io.tmpdir")), store);
    }

    /** Looks at all of it, one after the other; leaves no files behind. */
    public List<Symptom> symptoms() {
        Folders folders = new Folders(temporary, store);
        return Stream.of(
                        Platform.all().stream(),
                        folders.all().stream(),
                        Libraries.all(temporary).stream())
                .flatMap(each -> each)
                .toList();
    }
}
