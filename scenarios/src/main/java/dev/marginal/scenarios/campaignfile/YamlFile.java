package dev.marginal.scenarios.campaignfile;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file of keys with values. */
final class YamlFile {
    private YamlFile() {}

    /**
     * The keys of a file.
     *
     * @param file what messages call it
     * @param begin a line that such a file starts with
     * @param kind what it should be, such as {@code a campaign file, such as campaign.yml}
     * @throws BadInput if there is no such file, or it holds something else
     */
    static Section read(Path path, String file, String begin, String kind, Problems problems) {
        return section(tree(path, file, kind, problems), file, begin, problems);
    }

    /**
     * The keys of a text, which JSON is as well.
     *
     * @param name what messages call it
     * @param begin a line that such a text starts with
     * @throws BadInput if it is something else
     */
    static Section read(String text, String name, String begin, Problems problems) {
        try {
            return section(
                    YamlTree.read(name, new StringReader(text), problems), name, begin, problems);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static Section section(Node tree, String file, String begin, Problems problems) {
        if (tree instanceof Node.Mapping mapping) {
            return new Section(file, "", mapping, problems);
        }
        throw new BadInput(
                Problem.of(
                        file,
                        "must be keys with values",
                        "Start with a line such as: %s.".formatted(begin)));
    }

    private static Node tree(Path path, String file, String kind, Problems problems) {
        try {
            return YamlTree.read(file, new StringReader(Files.readString(path)), problems);
        } catch (CharacterCodingException notText) {
            throw new BadInput(
                    Problem.of(file, "must be UTF-8 text", "Save it as UTF-8 and try again."));
        } catch (IOException unreadable) {
            if (!Files.isRegularFile(path)) {
                throw new BadInput(
                        Problem.of(
                                path.toString(),
                                "is not a file",
                                "Give the path of %s.".formatted(kind)));
            }
            throw new UncheckedIOException(unreadable);
        }
    }
}
