package dev.marginal.app.cli;

import java.lang.reflect.Constructor;
import java.time.Clock;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine;

/** Hands the console and the clock to every command that asks for them in its constructor. */
final class CommandFactory implements CommandLine.IFactory {
    private final Map<Class<?>, Object> known;

    CommandFactory(Console console, Clock clock) {
        this.known = Map.of(Console.class, console, Clock.class, clock);
    }

    @Override
    public <K> K create(Class<K> type) throws Exception {
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            Class<?>[] asked = constructor.getParameterTypes();
            if (asked.length > 0 && known.keySet().containsAll(Arrays.asList(asked))) {
                return type.cast(
                        constructor.newInstance(Arrays.stream(asked).map(known::get).toArray()));
            }
        }
        return CommandLine.defaultFactory().create(type);
    }
}
