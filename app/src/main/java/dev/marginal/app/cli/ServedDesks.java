package dev.marginal.app.cli;

import dev.marginal.app.rest.Segments;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.daily.DailyPlanning;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.store.PlanStore;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.uplift.storage.ModelFolder;
import dev.marginal.uplift.storage.StoredModel;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The desks of campaigns that are served: each by itself, or, where it knows of other days, on one
 * day, planned together with the others of its house that are served.
 *
 * @param plans of other days, while they are open; missing where no campaign knows of any
 */
record ServedDesks(
        List<ServedCampaign> all,
        DayOptions day,
        Optional<PlanStore> plans,
        Clock clock,
        Execution execution,
        Console console,
        Steps steps) {
    /** The desks, in the campaigns' order. */
    List<PlanningDesk> desks() {
        List<PlanningDesk> desks = new ArrayList<>();
        for (ServedCampaign one : all) {
            steps.end();
            console.say(words(one));
            PlanningDesk desk = DayOptions.knowsOfNoOtherDay(one.file()) ? alone(one) : onDay(one);
            desks.add(desk.knowing(Segments.words(desk.valued())));
        }
        return desks;
    }

    private String words(ServedCampaign one) {
        String name = "%s (%s)".formatted(one.file().campaign(), one.file().path());
        return DayOptions.knowsOfNoOtherDay(one.file())
                ? name
                : "%s, on %s".formatted(name, day.day(one.file(), clock));
    }

    private PlanningDesk alone(ServedCampaign one) {
        PlanningJob job = new PlanningJob(new DuckDbReader(), execution, steps);
        LocalDate today = LocalDate.now(clock.withZone(one.file().timeZone()));
        CampaignFile file = one.file().on(today);
        Valued valued =
                model(one).map(model -> job.value(file, model)).orElseGet(() -> job.value(file));
        return new PlanningDesk(valued, new DuckDbReader(), execution);
    }

    private PlanningDesk onDay(ServedCampaign one) {
        List<CampaignFile> house = new ArrayList<>(List.of(one.file()));
        Map<String, StoredModel> models = new TreeMap<>();
        for (ServedCampaign other : all) {
            if (isOfOneHouse(one.file(), other.file())) {
                model(other).ifPresent(model -> models.put(other.file().campaign(), model));
                if (other != one) {
                    house.add(other.file());
                }
            }
        }
        DailyPlanning door = new DailyPlanning(new DuckDbReader(), execution, steps);
        return day.desks(house, clock, plans.orElseThrow(), door, models)
                .desk(house, one.file().campaign());
    }

    private static boolean isOfOneHouse(CampaignFile one, CampaignFile other) {
        return !DayOptions.knowsOfNoOtherDay(other) && contacts(one).equals(contacts(other));
    }

    private static Optional<Path> contacts(CampaignFile file) {
        return file.daily()
                .contacts()
                .map(contacts -> contacts.path().toAbsolutePath().normalize());
    }

    private Optional<StoredModel> model(ServedCampaign one) {
        return one.model().map(folder -> new ModelFolder(folder).read(execution));
    }
}
