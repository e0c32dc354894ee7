package dev.marginal.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.assertj.core.api.SoftAssertions;

/**
 * A README whose commands are run one after the other, as a reader would, and whose outputs are
 * compared with what they print. A command is a line {@code ./marginal …} in a block of its own
 * kind; what stands below it in the same block is its output, in which a line {@code …} stands for
 * any lines left out. Folders that begin with {@code my-} are made in a home.
 */
final class Readme {
    private static final String COMMAND = "./marginal ";
    private static final String LEFT_OUT = "\n…\n";
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    final String text;
    private final Path home;
    private final Map<String, String> shown = new LinkedHashMap<>();
    private final Map<String, Story> told = new LinkedHashMap<>();

    private Readme(String text, Path home) {
        this.text = text;
        this.home = home;
        String[] blocks = text.split("```[a-z]*\n?");
        for (int block = 1; block < blocks.length; block += 2) {
            if (blocks[block].startsWith(COMMAND)) {
                addCommands(blocks[block]);
            }
        }
    }

    /** Runs every command of a README; each must end well. */
    static Readme run(Path file, Path home) {
        try {
            Readme readme = new Readme(Files.readString(file), home);
            readme.shown.keySet().forEach(readme::run);
            return readme;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Every output that the README shows is what the command printed. */
    void outputsAreReal() {
        assumeTrue(
                System.getProperty("os.arch").equals("amd64"),
                "The README's output was made on x86-64; the last digits may differ on other processors.");
        SoftAssertions all = new SoftAssertions();
        shown.forEach(
                (command, output) -> {
                    if (!output.isEmpty()) {
                        all.assertThat("\n" + told.get(command).results().strip() + "\n")
                                .as(command)
                                .containsSubsequence(parts(output));
                    }
                });
        all.assertAll();
    }

    private static List<String> parts(String output) {
        return Arrays.stream(("\n" + output + "\n").split(LEFT_OUT))
                .filter(part -> !part.isBlank())
                .map(part -> part.endsWith("\n") ? part : part + "\n")
                .toList();
    }

    private void addCommands(String block) {
        List<String> commands = new ArrayList<>();
        StringBuilder output = new StringBuilder();
        for (String line : block.split("\n")) {
            if (line.startsWith(COMMAND)) {
                commands.add(line);
            } else {
                output.append(line).append('\n');
            }
        }
        commands.forEach(command -> shown.put(command, ""));
        shown.put(commands.get(commands.size() - 1), output.toString().strip());
    }

    private void run(String command) {
        Story story = Story.of(Clock.systemUTC(), words(command));
        assertThat(story.exitCode()).as(command + "\n" + story.messages()).isZero();
        told.put(
                command,
                new Story(
                        story.exitCode(),
                        story.results().replace(home + "/", ""),
                        story.messages()));
    }

    private Object[] words(String command) {
        List<Object> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(command.substring(COMMAND.length()));
        while (matcher.find()) {
            String word = matcher.group(1) == null ? matcher.group() : matcher.group(1);
            words.add(word.startsWith("my-") ? home.resolve(word).toString() : word);
        }
        return words.toArray();
    }
}
