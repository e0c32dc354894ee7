package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.planfolder.PricesAhead;
import dev.marginal.scenarios.store.PlanRecord;
import dev.marginal.scenarios.store.PlanStore;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** The prices at which campaigns last looked ahead. */
final class LastPrices {
    private LastPrices() {}

    /** By limit, out of each campaign's last published plan before a day; those of the latest. */
    static SortedMap<String, Double> of(PlanStore store, List<CampaignFile> files, LocalDate date) {
        SortedMap<String, Double> prices = new TreeMap<>();
        if (files.get(0).daily().lookAhead() == 1) {
            return prices;
        }
        List<String> campaigns = files.stream().map(CampaignFile::campaign).toList();
        SortedMap<String, PlanRecord> last = new TreeMap<>();
        Past.publishedBefore(store, date).stream()
                .filter(plan -> campaigns.contains(plan.key().campaign()))
                .forEach(plan -> last.merge(plan.key().campaign(), plan, LastPrices::later));
        last.values().stream()
                .sorted(Comparator.comparing((PlanRecord plan) -> plan.key().date()))
                .forEach(plan -> prices.putAll(PricesAhead.of(store.folder(plan))));
        return prices;
    }

    private static PlanRecord later(PlanRecord one, PlanRecord other) {
        return other.key().date().isAfter(one.key().date()) ? other : one;
    }
}
