package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.contacts.AllowanceCalculator;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.tables.Execution;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The caps of several campaigns over all their offers, under the names of a joint book.
 *
 * <p>Each campaign's allowance alone would not do: where one slot is left and two campaigns have a
 * message each, neither could break the cap alone. So what counts is the room of the windows.
 */
record SharedCaps(List<CampaignDay> campaigns, PastSends known, Execution execution) {
    /** Each cap once: those of the house first. */
    List<ContactCap> caps() {
        Set<ContactCap> caps = new LinkedHashSet<>();
        campaigns.forEach(one -> caps.addAll(one.caps()));
        return List.copyOf(caps);
    }

    /** What the windows of each campaign's caps leave on a day. */
    List<Allowances> rooms(LocalDate date) {
        return campaigns.stream().map(campaign -> rooms(campaign, date)).toList();
    }

    private Allowances rooms(CampaignDay campaign, LocalDate date) {
        List<ContactCap> caps = campaign.caps();
        return caps.isEmpty()
                ? Allowances.none(campaign.file().offers().size(), known.customers())
                : AllowanceCalculator.rooms(caps, campaign.timetableOn(date), known, execution);
    }

    /** The offers that a cap limits, by their names in a joint book. */
    List<String> offers(ContactCap cap, List<Allowances> rooms) {
        List<String> limited = new ArrayList<>();
        for (int number = 0; number < campaigns.size(); number++) {
            int own = rooms.get(number).caps().indexOf(cap);
            if (own >= 0) {
                String prefix = JointBook.prefix(campaigns.get(number));
                Slots.offers(campaigns.get(number), rooms.get(number), own)
                        .forEach(offer -> limited.add(prefix + offer));
            }
        }
        return limited;
    }
}
