package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.Objective;
import dev.marginal.tables.Source;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The files that a campaign reads, by the name of the input. */
final class InputFiles {
    private static final String GLOB = ".*[*?\\[{].*";

    private final Map<String, List<Path>> files = new LinkedHashMap<>();

    InputFiles(CampaignFile file) {
        add("history", file.history().source());
        add("audience", file.audience().source());
        file.lifecycle().ifPresent(asked -> add("purchases", asked.purchases()));
        if (file.objective() instanceof Objective.Value value) {
            value.table().ifPresent(one -> add("future_value", one.source()));
        }
        Optional<ContactsFile> contacts = file.daily().contacts();
        contacts.flatMap(ContactsFile::people).ifPresent(one -> add("customers", one.source()));
        contacts.stream()
                .flatMap(one -> one.suppressed().stream())
                .forEach(one -> add("suppressed", one.source()));
    }

    /** Those that exist, by input; an input that is a query has none: what it reads is its own. */
    Map<String, List<Path>> byInput() {
        return files;
    }

    private void add(String input, Source source) {
        if (source instanceof Source.Files named) {
            files.computeIfAbsent(input, none -> new ArrayList<>()).addAll(existing(named));
        }
    }

    private static List<Path> existing(Source.Files named) {
        Path whole = named.folder().resolve(named.pattern()).normalize();
        if (!named.pattern().matches(GLOB)) {
            return Files.isRegularFile(whole) ? List.of(whole) : List.of();
        }
        PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + whole);
        try (Stream<Path> all = Files.walk(plainPart(whole))) {
            return all.filter(Files::isRegularFile).filter(matcher::matches).sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The folder above the first name with a wildcard. */
    private static Path plainPart(Path glob) {
        Path folder = glob.isAbsolute() ? glob.getRoot() : Path.of("");
        for (Path name : glob) {
            if (name.toString().matches(GLOB)) {
                break;
            }
            folder = folder.resolve(name);
        }
        return folder;
    }
}
