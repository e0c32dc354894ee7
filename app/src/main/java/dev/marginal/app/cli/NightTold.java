package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.job.DayReport;
import dev.marginal.app.job.DayWork;
import dev.marginal.app.job.Figures;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.daily.PlanDifference;
import dev.marginal.scenarios.store.PlanKind;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/**
 * A night as JSON.
 *
 * @param written false for a dry run
 * @param exitCode of the whole night; null for a dry run
 * @param dates in the order of their making: missed ones come first
 */
record NightTold(boolean written, Integer exitCode, List<Day> dates) {
    /**
     * One date.
     *
     * @param campaigns that were to be planned
     * @param kind live where one of the plans is to be sent, else backfill
     * @param ending such as {@code bad_input}
     * @param message what was said of a failure
     * @param plans one per campaign; none after a failure
     * @param warnings about inputs
     */
    record Day(
            String date,
            List<String> campaigns,
            String kind,
            String ending,
            Integer exitCode,
            String message,
            Integer tries,
            List<Plan> plans,
            List<String> warnings) {
        private static Day of(DayReport report) {
            List<CampaignFile> files = report.campaigns();
            return new Day(
                    report.date().toString(),
                    files.stream().map(CampaignFile::campaign).toList(),
                    word(report.isLive() ? PlanKind.LIVE : PlanKind.BACKFILL),
                    word(report.ending()),
                    report.ending().exitCode(),
                    report.message().isEmpty() ? null : report.message(),
                    report.tries(),
                    IntStream.range(0, report.done().size())
                            .mapToObj(
                                    number ->
                                            Plan.of(
                                                    files.get(number).campaign(),
                                                    report.kind(number),
                                                    report.done().get(number)))
                            .toList(),
                    IntStream.range(0, files.size())
                            .mapToObj(report::warnings)
                            .flatMap(List::stream)
                            .distinct()
                            .toList());
        }

        private static Day announced(LocalDate date, List<String> campaigns, List<Plan> plans) {
            return new Day(
                    date.toString(), campaigns, null, null, null, null, null, plans, List.of());
        }
    }

    /**
     * One plan; a dry run knows only where it would be.
     *
     * @param kind live or backfill
     * @param unchanged whether the very same plan stood there already
     * @param figures what its {@code plan.json} says
     * @param instead what differs from the plan whose place it took
     */
    record Plan(
            String campaign,
            String folder,
            String kind,
            Boolean unchanged,
            Figures figures,
            PlanDifference instead) {
        private static Plan of(String campaign, PlanKind kind, DayWork.Done done) {
            return new Plan(
                    campaign,
                    done.folder().toString(),
                    word(kind),
                    done.unchanged(),
                    Figures.of(done.folder()),
                    done.instead().orElse(null));
        }

        private static Plan announced(String campaign, Path folder) {
            return new Plan(campaign, folder.toString(), null, null, null, null);
        }
    }

    static NightTold of(Ending ending, List<DayReport> reports) {
        return new NightTold(true, ending.exitCode(), reports.stream().map(Day::of).toList());
    }

    /** Plans that would be made, whose folders would be in a store. */
    static NightTold announced(LocalDate date, List<String> campaigns, Path store) {
        List<Plan> plans =
                campaigns.stream()
                        .map(name -> Plan.announced(name, store.resolve(name + "-" + date)))
                        .toList();
        return new NightTold(false, null, List.of(Day.announced(date, campaigns, plans)));
    }

    private static String word(Enum<?> of) {
        return of.name().toLowerCase(Locale.ROOT);
    }
}
