package dev.marginal.app.cli;

import dev.marginal.value.UnitOfTime;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.LogSettings.Nameless;
import dev.marginal.value.log.LogSettings.Refunds;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** How a log of purchases is read. */
final class PurchaseColumns {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--customer",
            paramLabel = "COLUMN",
            description = "Who bought. Default: ${DEFAULT-VALUE}.")
    private String customer = "customer";

    @Option(
            names = "--time",
            paramLabel = "COLUMN",
            description =
                    "When: dates, or times of which the day counts. Default: ${DEFAULT-VALUE}.")
    private String time = "time";

    @Option(
            names = "--amount",
            paramLabel = "COLUMN",
            description = "For how much, in currency. Default: ${DEFAULT-VALUE}.")
    private String amount = "amount";

    @Option(
            names = "--refunds",
            paramLabel = "HOW",
            description = {
                "What becomes of negative amounts: left_out (counted and told), netted (taken off the day they stand on) or",
                "refused (each is a problem). Default: ${DEFAULT-VALUE}."
            })
    private String refunds = "left_out";

    @Option(
            names = "--nameless",
            paramLabel = "HOW",
            description =
                    "What becomes of rows without a customer: left_out (counted and told) or refused. Default: ${DEFAULT-VALUE}.")
    private String nameless = "left_out";

    @Option(
            names = "--unit",
            paramLabel = "UNIT",
            description =
                    "What time is counted in: day, week, month or year. Default: ${DEFAULT-VALUE}.")
    private String unit = "week";

    LogSettings settings() {
        return new LogSettings(
                customer,
                time,
                amount,
                Refunds.valueOf(oneOf("--refunds", refunds, Refunds.values())),
                Nameless.valueOf(oneOf("--nameless", nameless, Nameless.values())),
                UnitOfTime.named(unit)
                        .orElseThrow(
                                () ->
                                        Misuse.unknown(
                                                command,
                                                "--unit",
                                                unit,
                                                UnitOfTime.KNOWN.stream()
                                                        .map(UnitOfTime::word)
                                                        .toList())));
    }

    private String oneOf(String option, String word, Enum<?>[] values) {
        List<String> words =
                Stream.of(values).map(value -> value.name().toLowerCase(Locale.ROOT)).toList();
        if (!words.contains(word)) {
            throw Misuse.unknown(command, option, word, words);
        }
        return word.toUpperCase(Locale.ROOT);
    }
}
