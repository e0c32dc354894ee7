package dev.marginal.app.rest;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Which methods there are for which path.
 *
 * @param endpoints by patterns of their paths
 * @param page where the files of the web page are
 */
record Paths(Map<Pattern, SortedSet<String>> endpoints, String page) {
    private static final List<String> OF_FILES = List.of("GET", "HEAD", "OPTIONS");

    static Paths of(List<Endpoint> endpoints, String page) {
        Map<String, SortedSet<String>> byPath = new TreeMap<>();
        for (Endpoint endpoint : endpoints) {
            SortedSet<String> methods =
                    byPath.computeIfAbsent(
                            endpoint.path(), any -> new TreeSet<>(List.of("OPTIONS")));
            methods.add(endpoint.method());
            if (endpoint.method().equals("GET")) {
                methods.add("HEAD");
            }
        }
        Map<Pattern, SortedSet<String>> patterns = new LinkedHashMap<>();
        byPath.forEach((path, methods) -> patterns.put(pattern(path), methods));
        return new Paths(patterns, page);
    }

    private static Pattern pattern(String path) {
        String[] parts = path.split("\\{\\w+}", -1);
        return Pattern.compile(
                String.join("[^/]+", List.of(parts).stream().map(Pattern::quote).toList()) + "/?");
    }

    /** As the header {@code Allow} tells them; empty where there is nothing. */
    String allowed(String path) {
        return endpoints.entrySet().stream()
                .filter(entry -> entry.getKey().matcher(path).matches())
                .findFirst()
                .map(entry -> String.join(", ", entry.getValue()))
                .orElseGet(() -> isFile(path) ? String.join(", ", OF_FILES) : "");
    }

    private boolean isFile(String path) {
        if (path.contains("..") || path.contains("//")) {
            return false;
        }
        String file = path.endsWith("/") ? path + "index.html" : path;
        return file.matches("/[\\w./-]+\\.\\w+") && Paths.class.getResource(page + file) != null;
    }
}
