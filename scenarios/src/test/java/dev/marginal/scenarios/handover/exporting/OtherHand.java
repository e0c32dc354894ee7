package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.HandOverSettings;
import dev.marginal.scenarios.handover.exporters.Exporters;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.Lease;
import dev.marginal.scenarios.store.directory.DirectoryStore;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** A real process that hands a plan over, to be killed. */
final class OtherHand {
    private OtherHand() {}

    /** Starts it; empty {@code url} for files. */
    static Process start(Path house, Path plan, String target, String url) {
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-Xmx256m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        OtherHand.class.getName(),
                        house.toString(),
                        plan.toString(),
                        target,
                        url);
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(house.resolve("hand.txt").toFile())
                    .start();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Hands over, ten requests a second or so. */
    public static void main(String[] words) {
        Path house = Path.of(words[0]);
        new HandOver(
                        new DuckDbReader(),
                        Clock.fixed(SmallHouse.NIGHT, ZoneOffset.UTC),
                        time -> rest(),
                        List.of(
                                DirectoryStore.at(
                                        house.resolve("plans"), Lease.usual(Clock.systemUTC()))),
                        Progress.SILENT)
                .run(request(house, words));
    }

    private static HandOverRequest request(Path house, String[] words) {
        boolean overHttp = !words[3].isEmpty();
        return new HandOverRequest(
                Path.of(words[1]),
                Exporters.of(words[2]),
                new HandOverSettings(
                        true,
                        new TreeMap<>(Map.of("any", "99")),
                        "Marginal send",
                        20,
                        overHttp ? List.of() : List.of("email"),
                        overHttp),
                house.resolve("out"),
                overHttp
                        ? Optional.of(
                                new HandOverRequest.ServiceAccess(URI.create(words[3]), "secret"))
                        : Optional.empty(),
                Set.of(),
                Set.of(),
                true,
                false);
    }

    private static void rest() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
