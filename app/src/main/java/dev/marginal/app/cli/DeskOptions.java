package dev.marginal.app.cli;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * Where a campaign's what-ifs are answered: by itself, or, where it knows of other days, on a day
 * with what its plan store tells. The options are those of {@code marginal plan}.
 */
final class DeskOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--with",
            paramLabel = "CAMPAIGN_FILE",
            description =
                    "A campaign that is planned together with it, unless its plan stands already. May be repeated.")
    private List<Path> with = List.of();

    @Mixin private DayOptions day;
    @Mixin private ModelsOption models;
    @Mixin private Threads threads;

    /** The day, of a campaign that knows of other days. */
    Optional<LocalDate> day(CampaignFile file, Clock clock) {
        if (knowsOfNoOtherDay(file)) {
            return Optional.empty();
        }
        return Optional.of(day.day(file, clock));
    }

    /** Whether questions are answered by a model that was fitted before. */
    boolean haveModels() {
        return models.isGiven();
    }

    /** The same desk, for a command that is suggested; begins with a space, or is empty. */
    String words() {
        return with.stream().map(file -> " --with " + file).collect(Collectors.joining())
                + models.words()
                + day.words();
    }

    private boolean knowsOfNoOtherDay(CampaignFile file) {
        return DayOptions.knowsOfNoOtherDay(file) && with.isEmpty();
    }

    /**
     * Has questions asked at a desk.
     *
     * @param file the campaign, with all that questions say of the audience's columns
     */
    void at(CampaignFile file, Clock clock, Steps steps, Consumer<PlanningDesk> questions) {
        if (knowsOfNoOtherDay(file)) {
            requireNoDay();
            questions.accept(alone(file.on(today(file, clock)), steps));
            return;
        }
        List<CampaignFile> files = new ArrayList<>(List.of(file));
        with.forEach(other -> files.add(CampaignFileReader.read(other)));
        DailyPlanning door = new DailyPlanning(new DuckDbReader(), threads.execution(), steps);
        Map<String, StoredModel> known = models.read(files, threads.execution());
        try (PlanStore kept = day.open(clock)) {
            questions.accept(
                    day.desks(files, clock, kept, door, known).desk(files, file.campaign()));
        }
    }

    private static LocalDate today(CampaignFile file, Clock clock) {
        return LocalDate.now(clock.withZone(file.timeZone()));
    }

    private PlanningDesk alone(CampaignFile file, Steps steps) {
        PlanningJob job = new PlanningJob(new DuckDbReader(), threads.execution(), steps);
        Map<String, StoredModel> known = models.read(List.of(file), threads.execution());
        Valued valued =
                known.isEmpty() ? job.value(file) : job.value(file, known.get(file.campaign()));
        return new PlanningDesk(valued, new DuckDbReader(), threads.execution());
    }

    private void requireNoDay() {
        if (day.isGiven()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--date, --store and --assume-planned-sent are for campaigns that know of other days: with contacts, flight, holdout or exploration.");
        }
    }
}
