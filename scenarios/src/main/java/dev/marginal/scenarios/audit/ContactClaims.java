package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Whom, when and how often a plan sends to: one call for all claims on contacts.
 *
 * @param folder of the plan
 */
record ContactClaims(Database database, CampaignWords campaign, JsonNode plan, Path folder) {
    /** Adds the claims; what the past leaves of caps, for the bound. */
    List<PersonalClaim> addTo(List<Claim> claims) {
        return addTo(claims, true);
    }

    /** The same of a part of the customers, of whom plan.json states no totals. */
    List<PersonalClaim> addOfPartTo(List<Claim> claims) {
        return addTo(claims, false);
    }

    private List<PersonalClaim> addTo(List<Claim> claims, boolean whole) {
        String date = plan.path("date").asText();
        ContactWords words = ContactWords.read(folder, campaign);
        inputs(claims, words);
        new People(database, words, new FoundPlan(folder, plan, campaign).contactsFolder())
                .create();
        new Holdouts(database, words.holdouts()).create();
        ReachClaims reach = new ReachClaims(database, words, plan);
        if (whole) {
            reach.addTo(claims);
        } else {
            reach.addOfPartTo(claims);
        }
        new Schedule(database, words, date).create();
        TimeClaims times = new TimeClaims(database, words, date);
        times.create();
        times.addTo(claims);
        new Past(database, plan, folder).create(claims);
        List<CapLine> caps = words.caps();
        new CapClaims(database, caps).addTo(claims);
        Slots slots = new Slots(database, caps);
        slots.create();
        reasons(claims, caps, words.looksAhead(), whole);
        return slots.limits();
    }

    private void reasons(
            List<Claim> claims, List<CapLine> caps, boolean looksAhead, boolean whole) {
        NotSentClaims reasons = new NotSentClaims(database, plan, folder);
        boolean told = reasons.create();
        ExplorationClaims exploration = new ExplorationClaims(database, campaign, plan, folder);
        if (exploration.create()) {
            exploration.addTo(claims);
        }
        if (told) {
            if (whole) {
                reasons.addTo(claims);
            } else {
                reasons.addOfPartTo(claims);
            }
            reasons.addChoicesTo(claims);
            reasons.addGatesTo(claims);
            reasons.addCapsTo(claims, caps);
            reasons.addKeptTo(claims, caps, looksAhead);
        }
    }

    private void inputs(List<Claim> claims, ContactWords words) {
        JsonNode stated = plan.path("inputs").path("contacts");
        boolean copied = Files.isRegularFile(folder.resolve("contacts.yml"));
        if (!stated.isObject() && !copied) {
            return;
        }
        boolean same =
                copied
                        && stated.path("sha256")
                                .asText()
                                .equals(Fingerprint.of(folder.resolve("contacts.yml")));
        claims.add(
                new Claim(
                        "contacts.yml is the one that was planned with",
                        same,
                        words.caps().size() + " caps, " + words.holdouts().size() + " holdouts"));
    }
}
