package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.marginal.tables.Source;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What contacts.yml and the campaign file say of contacts, read as plain YAML. */
final class ContactWords {
    private final CampaignWords campaign;
    private final JsonNode contacts;

    private ContactWords(CampaignWords campaign, JsonNode contacts) {
        this.campaign = campaign;
        this.contacts = contacts;
    }

    /** Reads the copy in the plan folder, if there is one. */
    static ContactWords read(Path planFolder, CampaignWords campaign) {
        Path file = planFolder.resolve("contacts.yml");
        return new ContactWords(
                campaign,
                Files.isRegularFile(file) ? PlainYaml.read(file) : MissingNode.getInstance());
    }

    /**
     * Buckets [from, until) under a salt.
     *
     * @param name {@code global} or the campaign's
     */
    record HoldoutLine(String name, String salt, int from, int until) {
        private static HoldoutLine of(String name, JsonNode line) {
            int from = line.path("from").asInt(0);
            double share = CampaignWords.money(line.path("share")).doubleValue();
            int buckets = (int) Math.round(share * Holdouts.BUCKETS);
            return new HoldoutLine(name, line.path("salt").asText(), from, from + buckets);
        }
    }

    List<HoldoutLine> holdouts() {
        List<HoldoutLine> holdouts = new ArrayList<>();
        if (contacts.has("holdout")) {
            holdouts.add(HoldoutLine.of("global", contacts.path("holdout")));
        }
        if (campaign.of("holdout").isObject()) {
            holdouts.add(HoldoutLine.of(campaign.campaign(), campaign.of("holdout")));
        }
        return holdouts;
    }

    Clock clock() {
        String zone = contacts.path("time_zone").asText(campaign.timeZone());
        return new Clock(zone, campaign.timeZone());
    }

    /** Of contacts.yml, where the campaign's zone is that of all. */
    Clock houseClock() {
        return new Clock(clock().usual(), clock().usual());
    }

    /** The caps of all campaigns, then this one's. */
    List<CapLine> caps() {
        String preset = preset();
        List<CapLine> caps = new ArrayList<>();
        caps.addAll(
                new CapWords(houseClock(), preset)
                        .shared(CampaignWords.list(contacts.path("caps"))));
        CapWords own = new CapWords(clock(), preset, caps.stream().map(CapLine::id).toList());
        caps.addAll(own.all(campaign.rules().stream().filter(ContactWords::isCap).toList()));
        return caps;
    }

    String preset() {
        return contacts.path("preset").asText("");
    }

    /** Whether a cap could say anything. */
    boolean hasCaps() {
        return !caps().isEmpty();
    }

    /** Whether a rule speaks of more than one plan. */
    static boolean isCap(JsonNode rule) {
        return rule.path("rule").asText().equals("contact_limit")
                && (rule.has("per") || rule.has("gap"));
    }

    List<JsonNode> quietHours() {
        return CampaignWords.list(contacts.path("quiet_hours"));
    }

    /** What stands under a channel's send time: a time of day, or an object with one. */
    JsonNode sendTime(String channel) {
        return contacts.path("send_times").path(channel);
    }

    /** Whether more days than the plan's are in view. */
    boolean looksAhead() {
        return contacts.has("look_ahead")
                && Spans.seconds(contacts.path("look_ahead").asText()) > Spans.DAY;
    }

    long expiresAfter() {
        return Spans.seconds(contacts.path("expires_after").asText("72 hours"));
    }

    /** The table of people, and what its columns mean. */
    Optional<JsonNode> people() {
        return contacts.has("customers")
                ? Optional.of(contacts.path("customers"))
                : Optional.empty();
    }

    List<JsonNode> suppressed() {
        return CampaignWords.list(contacts.path("suppressed"));
    }

    /** Where a table of contacts.yml is. */
    static Source source(JsonNode table, Path folder) {
        return table.has("sql")
                ? new Source.Query(folder, "contacts.sql", table.path("sql").asText())
                : new Source.Files(folder, table.path("file").asText());
    }

    CampaignWords campaign() {
        return campaign;
    }
}
