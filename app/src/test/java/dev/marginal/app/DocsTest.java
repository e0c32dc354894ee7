package dev.marginal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Readers who follow a link arrive somewhere, and find every page. */
class DocsTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Path INDEX = ROOT.resolve("docs/README.md");
    private static final Pattern LINK = Pattern.compile("\\[[^]]*]\\(([^)\\s]+)\\)");
    private static final Pattern FENCED = Pattern.compile("(?ms)^ *```.*?^ *```");
    private static final Pattern HEADING = Pattern.compile("(?m)^#{1,6} +(.+?) *$");
    private static final Pattern DIFF = Pattern.compile("(?ms)^```diff\n(.*?)^```");

    @Test
    void no_link_between_pages_is_broken() throws IOException {
        List<String> broken = new ArrayList<>();
        for (Path page : pages()) {
            for (String link : links(page)) {
                if (!arrives(page, link)) {
                    broken.add(ROOT.relativize(page) + " -> " + link);
                }
            }
        }
        assertThat(broken).isEmpty();
    }

    @Test
    void every_page_is_found_from_the_index() throws IOException {
        Set<Path> found = new TreeSet<>();
        Deque<Path> toRead = new ArrayDeque<>(List.of(INDEX));
        while (!toRead.isEmpty()) {
            Path page = toRead.pop();
            if (found.add(page)) {
                for (String link : links(page)) {
                    Path target = target(page, link);
                    if (target.toString().endsWith(".md")) {
                        toRead.add(target);
                    }
                }
            }
        }
        assertThat(found).containsAll(pages()).contains(ROOT.resolve("README.md"));
        assertThat(links(ROOT.resolve("README.md"))).contains("docs/README.md");
    }

    /** What the pages change in our files stands there as they show it. */
    @Test
    void changes_that_pages_show_fit_the_files_as_they_are() throws IOException {
        List<String> stale = new ArrayList<>();
        for (Path page : pages()) {
            Matcher diffs = DIFF.matcher(Files.readString(page));
            while (diffs.find()) {
                stale.addAll(stale(diffs.group(1)));
            }
        }
        assertThat(stale).isEmpty();
    }

    private static List<String> stale(String diff) throws IOException {
        List<String> stale = new ArrayList<>();
        String file = diff.substring("--- ".length(), diff.indexOf('\n'));
        List<String> before = new ArrayList<>();
        diff.lines()
                .filter(line -> line.startsWith(" ") || line.matches("-(?!--).*"))
                .forEach(line -> before.add(line.substring(1)));
        if (!Files.readString(ROOT.resolve(file)).contains(String.join("\n", before))) {
            stale.add(file + " has no such lines: " + before);
        }
        return stale;
    }

    private static boolean arrives(Path page, String link) throws IOException {
        if (link.matches("[a-z]+:.*")) {
            return true;
        }
        Path target = target(page, link);
        if (!Files.exists(target)) {
            return false;
        }
        int hash = link.indexOf('#');
        return hash < 0 || anchors(target).contains(link.substring(hash + 1));
    }

    private static Path target(Path page, String link) {
        String file = link.replaceFirst("#.*", "");
        return file.isEmpty() ? page : page.resolveSibling(file).normalize();
    }

    private static List<String> links(Path page) throws IOException {
        String prose = FENCED.matcher(Files.readString(page)).replaceAll("");
        return LINK.matcher(prose).results().map(found -> found.group(1)).toList();
    }

    /** The names that GitHub gives to headings. */
    private static Set<String> anchors(Path page) throws IOException {
        Set<String> anchors = new TreeSet<>();
        Matcher headings = HEADING.matcher(FENCED.matcher(Files.readString(page)).replaceAll(""));
        while (headings.find()) {
            String text = headings.group(1).replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1");
            anchors.add(
                    text.toLowerCase(Locale.ROOT)
                            .replaceAll("[^\\p{L}\\p{N} _-]", "")
                            .replace(' ', '-'));
        }
        return anchors;
    }

    private static List<Path> pages() throws IOException {
        List<Path> pages = new ArrayList<>();
        for (String folder : List.of("", "docs", "examples")) {
            int depth = folder.isEmpty() ? 1 : 4;
            try (Stream<Path> files = Files.walk(ROOT.resolve(folder), depth)) {
                files.filter(file -> file.toString().endsWith(".md"))
                        .filter(file -> !file.toString().contains("/target/"))
                        .forEach(pages::add);
            }
        }
        return pages;
    }
}
