package dev.marginal.uplift;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.function.Supplier;

/**
 * What learners have grown of one history: learners of one kind consist partly of the same forests,
 * so that the second of them takes those of the first. For one thread at a time.
 */
public final class GrownParts {
    private final Map<Key, Part> parts = new HashMap<>();

    private record Key(LearnerSettings settings, String name) {}

    /**
     * A part of a model; the maps are not to be changed.
     *
     * @param forests boosted trees by name, as in {@link ModelParts}
     * @param constants numbers by name
     */
    public record Part(SortedMap<String, byte[]> forests, SortedMap<String, Double> constants) {}

    /**
     * The part of this name, grown unless it was before.
     *
     * @param settings that it follows from, together with the history and its name
     */
    public Part once(LearnerSettings settings, String name, Supplier<Part> growing) {
        Key key = new Key(settings, name);
        Part part = parts.get(key);
        if (part == null) {
            part = growing.get();
            parts.put(key, part);
        }
        return part;
    }
}
