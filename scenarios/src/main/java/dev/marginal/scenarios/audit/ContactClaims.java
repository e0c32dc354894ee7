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
        String date = plan.path("date").asText();
        ContactWords words = ContactWords.read(folder, campaign);
        inputs(claims, words);
        new People(database, words, new FoundPlan(folder, plan, campaign).contactsFolder())
                .create();
        new Holdouts(database, words.holdouts()).create();
        new ReachClaims(database, words, plan).addTo(claims);
        new Schedule(database, words, date).create();
        TimeClaims times = new TimeClaims(database, words, date);
        times.create();
        times.addTo(claims);
        new Past(database, plan, folder).create(claims);
        List<CapLine> caps = words.caps();
        new CapClaims(database, caps).addTo(claims);
        Slots slots = new Slots(database, caps);
        slots.create();
        reasons(claims, caps, words.looksAhead());
        return slots.limits();
    }

    private void reasons(List<Claim> claims, List<CapLine> caps, boolean looksAhead) {
        NotSentClaims reasons = new NotSentClaims(database, plan, folder);
        boolean told = reasons.create();
        ExplorationClaims exploration = new ExplorationClaims(database, campaign, plan, folder);
        if (exploration.create()) {
            exploration.addTo(claims);
        }
        if (told) {
            reasons.addTo(claims);
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
