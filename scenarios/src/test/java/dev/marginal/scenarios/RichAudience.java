package dev.marginal.scenarios;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * A small campaign's audience with columns that no model learnt from: {@code stage} (new, active,
 * or missing), {@code age} (18 to 67), {@code merchant} (m0 to m39), {@code vip} (0 or 1) and
 * {@code minutes} (1 to 3).
 */
public final class RichAudience {
    private static final String[] STAGES = {"new", "active", "active", ""};

    private RichAudience() {}

    /** Writes {@code customers.csv} beside the campaign's audience. */
    public static void write(Path folder) {
        try {
            List<String> lines = Files.readAllLines(folder.resolve("audience.csv"));
            List<String> rich = new ArrayList<>();
            rich.add(lines.get(0) + ",stage,age,merchant,vip,minutes");
            for (int i = 1; i < lines.size(); i++) {
                rich.add(
                        "%s,%s,%d,m%d,%d,%s"
                                .formatted(
                                        lines.get(i),
                                        STAGES[i % STAGES.length],
                                        18 + i % 50,
                                        i % 40,
                                        i % 2,
                                        1 + i % 5 / 2.0));
            }
            Files.write(folder.resolve("customers.csv"), rich);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The campaign file for that audience, with these rules alone. */
    public static String campaign(String text, String... rules) {
        String rich =
                text.replace(
                        "file: audience.csv,",
                        "file: customers.csv, ignore: [stage, age, merchant, vip, minutes],");
        return rich.substring(0, rich.indexOf("rules:"))
                        .replaceFirst("target_gap: .*", "target_gap: 0.02")
                + "time_limit: 8 s\nrules:\n  - {rule: contact_limit, channel: any, at_most: 2}\n  - "
                + String.join("\n  - ", rules)
                + "\n";
    }
}
