package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.tables.Execution;
import dev.marginal.tables.Requires;
import dev.marginal.tables.TableReader;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * From campaign files and a plan store to the published plans of a day.
 *
 * @param reader reads the files
 * @param execution with how many threads; never changes a result
 * @param progress told of every step
 */
public record DailyPlanning(TableReader reader, Execution execution, Progress progress) {
    /**
     * Plans campaigns for a day, value against value where they share contact caps, and publishes
     * their plans one by one. A campaign whose plan stands there already, made from the same
     * inputs, is not planned again; the others then plan around its sends.
     *
     * <p>Plans that are to be sent are made first, and backfills of the day around them.
     *
     * <p>Where the house looks ahead, a campaign that begins within the days in view gets no plan
     * yet, but contacts and money may be kept for it.
     *
     * @param files campaigns of one house: their contacts files, where they have one, are the same
     * @return the published plans of those that run on the day, in the order of the files
     * @throws dev.marginal.tables.BadInput with every problem of an input
     * @throws dev.marginal.scenarios.StaleInput if the log does not reach yesterday's last planned
     *     send
     * @throws dev.marginal.scenarios.planning.NoPlan if no plan keeps every rule
     * @throws dev.marginal.scenarios.store.PlanInHand if another process makes one of the plans, or
     *     another plan of the store while these depend on what was planned before
     * @throws dev.marginal.scenarios.store.PlanInTheWay if a plan made from other inputs is
     *     published, and is not to be superseded; tells which inputs differ
     * @throws dev.marginal.scenarios.store.LeaseLost if another process took over meanwhile
     * @throws dev.marginal.scenarios.planfolder.AuditFailed if a folder does not bear out what its
     *     plan promises
     * @throws dev.marginal.scenarios.planfolder.NotWritten if the disk is full, say
     */
    public List<DayPlan> plan(
            List<CampaignFile> files, LocalDate date, PlanStore store, DaySettings settings) {
        OneHouse.require(files);
        List<CampaignFile> todays = todays(inOrder(files), date);
        Map<String, DayPlan> plans = new TreeMap<>();
        while (plans.size() < todays.size()) {
            DayRun run =
                    new DayRun(
                            this,
                            date,
                            store,
                            settings,
                            Inputs.of(files, date, store, settings, progress));
            run.standing(todays).forEach(plans::putIfAbsent);
            List<CampaignFile> open =
                    todays.stream().filter(file -> !plans.containsKey(file.campaign())).toList();
            if (!open.isEmpty()) {
                List<CampaignFile> next = ofOneKind(open, settings);
                plans.putAll(run.plan(next, later(inOrder(files), next, date)));
            }
        }
        return files.stream()
                .filter(file -> plans.containsKey(file.campaign()))
                .map(file -> plans.get(file.campaign()))
                .toList();
    }

    /** Those to plan; where none runs today, all of them, so that each is told why not. */
    private static List<CampaignFile> todays(List<CampaignFile> files, LocalDate date) {
        List<CampaignFile> todays =
                files.stream().filter(file -> !file.daily().comesInView(date)).toList();
        return todays.isEmpty() ? files : todays;
    }

    /**
     * Those whose plans are to be sent, or else all: nothing that goes out makes room for the rest.
     */
    private static List<CampaignFile> ofOneKind(List<CampaignFile> files, DaySettings settings) {
        List<CampaignFile> live =
                files.stream().filter(file -> settings.kindOf(file) == PlanKind.LIVE).toList();
        return live.isEmpty() ? files : live;
    }

    /** Those not to plan that run on later days in view. */
    static List<CampaignFile> later(
            List<CampaignFile> files, List<CampaignFile> planned, LocalDate date) {
        DaysInView view = DaysInView.of(files, date);
        return files.stream()
                .filter(file -> !planned.contains(file))
                .filter(file -> view.daysOf(file, 1, view.days() - 1) > 0)
                .toList();
    }

    /** So that nothing depends on the order in which files are named. */
    private static List<CampaignFile> inOrder(List<CampaignFile> files) {
        Requires.require(!files.isEmpty(), "campaign files", files, "one or more");
        return files.stream().sorted(Comparator.comparing(CampaignFile::campaign)).toList();
    }
}
