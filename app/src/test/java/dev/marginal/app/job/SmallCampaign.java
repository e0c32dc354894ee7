package dev.marginal.app.job;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.store.Claim;
import dev.marginal.scenarios.store.PlanKey;
import dev.marginal.scenarios.store.PlanKind;
import dev.marginal.scenarios.store.PlanState;
import dev.marginal.scenarios.store.PlanStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;

/** A campaign whose files are there, and plans of it that say next to nothing. */
final class SmallCampaign {
    private static final String PLAN =
            """
            {"currency": "EUR", "value": 12.5, "spend": 3.25, "gap": 0.01, "sends": 7,
             "not_sent": [{"reason": "cap:weekly", "sends": 5}, {"reason": "budget", "sends": 2}]}
            """;

    private SmallCampaign() {}

    static CampaignFile in(Path folder, String name, String more) {
        try {
            Files.writeString(folder.resolve("history.csv"), "arm,gmv\nnone,0\n");
            Files.writeString(folder.resolve("audience.csv"), "customer_id\nsecret-4711\n");
            return CampaignFileReader.read(
                    Files.writeString(
                            folder.resolve(name + ".yml"),
                            """
                            campaign: %s
                            currency: EUR
                            time_zone: Asia/Singapore
                            history: {file: history.csv, treatment: arm, control: none, gmv: gmv}
                            audience: {file: audience.csv, customer: customer_id}
                            offers:
                              - {offer: push, treatment: push, channel: push, cost_per_send: 0.01}
                            objective: gmv
                            budget: 10.00
                            %s
                            """
                                    .formatted(name, more)));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Publishes a plan of each campaign, unless it stands there already. */
    static DayWork publishingInto(PlanStore store) {
        return (campaigns, date, kinds) ->
                campaigns.stream()
                        .map(file -> publish(store, file, date, kinds.get(file.campaign())))
                        .toList();
    }

    private static DayWork.Done publish(
            PlanStore store, CampaignFile file, LocalDate date, PlanKind kind) {
        PlanKey key = new PlanKey(file.campaign(), date);
        Optional<DayWork.Done> standing =
                store.published(key).map(plan -> new DayWork.Done(store.folder(plan), true));
        if (standing.isPresent()) {
            return standing.get();
        }
        try (Claim claim = store.claim(key, kind)) {
            Files.writeString(claim.workplace().resolve("plan.json"), PLAN);
            claim.reached(PlanState.BUILT, new TreeMap<>());
            claim.reached(PlanState.AUDITED, new TreeMap<>());
            return new DayWork.Done(store.folder(claim.publish(Optional.empty())), false);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    static List<String> dates(List<DayReport> reports) {
        return reports.stream().map(report -> report.date() + " " + report.kind(0)).toList();
    }
}
