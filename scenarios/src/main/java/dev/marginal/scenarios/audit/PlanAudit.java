package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Problem;
import dev.marginal.tables.duckdb.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Audits a plan folder; see the package. */
public final class PlanAudit {
    private final Path folder;
    private final JsonNode plan;
    private final CampaignWords words;
    private final List<Claim> claims = new ArrayList<>();

    private PlanAudit(Path folder, JsonNode plan, CampaignWords words) {
        this.folder = folder;
        this.plan = plan;
        this.words = words;
    }

    /**
     * Checks every promise of the plan in {@code folder}.
     *
     * @throws BadInput if the folder is not a plan folder
     */
    public static AuditReport audit(Path folder) {
        for (String file : List.of("plan.json", "campaign.yml", "sends.csv", "scores.parquet")) {
            if (!Files.isRegularFile(folder.resolve(file))) {
                throw new BadInput(
                        Problem.of(
                                folder.toString(),
                                "is not a plan folder: it has no " + file,
                                "Give a folder that ./marginal plan wrote, such as plans/first-plan-2026-11-21."));
            }
        }
        return new PlanAudit(
                        folder,
                        json(folder.resolve("plan.json")),
                        CampaignWords.read(folder.resolve("campaign.yml")))
                .report();
    }

    private AuditReport report() {
        filesAreAsWritten();
        if (claims.get(0).holds()) {
            filesBearOutThePromises();
        }
        return new AuditReport(claims);
    }

    private void filesBearOutThePromises() {
        Path campaignFolder = campaignFolder();
        try (Database database = Database.over(campaignFolder)) {
            new AuditTables(database, words).load(folder, campaignFolder);
            customersAreTheAudience(database);
            sendsAreOffers(database);
            moneyIsAsDerived(database);
            totalsAreAsStated(database);
            RuleClaims rules = RuleClaims.of(words);
            rulesHold(database, rules);
            boundIsProven(database, rules);
        } catch (BadInput absent) {
            claim(
                    "the audience that the plan was made for can be read",
                    false,
                    "looked in %s; audit a plan where it was made: %s"
                            .formatted(campaignFolder, absent.getMessage()));
        } catch (IllegalStateException unreadable) {
            claim(
                    "the files can be read as a plan's files",
                    false,
                    unreadable.getMessage().lines().findFirst().orElse("unreadable"));
        }
    }

    private void filesAreAsWritten() {
        SortedMap<String, String> written = new TreeMap<>();
        plan.path("files")
                .properties()
                .forEach(file -> written.put(file.getKey(), file.getValue().asText()));
        written.put(
                "campaign.yml", plan.path("inputs").path("campaign_file").path("sha256").asText());
        SortedMap<String, String> found = hashes();
        Set<String> changed = new TreeSet<>(written.keySet());
        changed.addAll(found.keySet());
        changed.removeIf(file -> Objects.equals(written.get(file), found.get(file)));
        claim(
                "every file is as it was written, and no other is there",
                changed.isEmpty(),
                changed.isEmpty()
                        ? found.size() + " files"
                        : "not so: " + String.join(", ", changed));
    }

    /** Of every file but plan.json, which holds them. */
    private SortedMap<String, String> hashes() {
        try (Stream<Path> files = Files.walk(folder)) {
            SortedMap<String, String> hashes = new TreeMap<>();
            files.filter(Files::isRegularFile)
                    .forEach(
                            file ->
                                    hashes.put(
                                            folder.relativize(file).toString().replace('\\', '/'),
                                            Fingerprint.of(file)));
            hashes.remove("plan.json");
            return hashes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private void customersAreTheAudience(Database database) {
        long audience = count(database, "select count(*) from audience");
        long scored = count(database, "select count(*) from scores");
        long strangers =
                count(
                        database,
                        """
                        select count(*) from (
                            (select customer from scores except all select customer from audience)
                            union all (select customer from audience except all select customer from scores))""");
        claim(
                "the customers scored are those of the audience file, each once",
                strangers == 0
                        && audience == scored
                        && scored == count(database, "select count(distinct customer) from scores"),
                "%,d customers, %,d in one but not the other".formatted(scored, strangers));
    }

    private void sendsAreOffers(Database database) {
        long sends = count(database, "select count(*) from sends");
        long twice =
                count(database, "select count(*) - count(distinct (customer, offer)) from sends");
        long unknown =
                count(
                        database,
                        "select count(*) from sends anti join book using (customer, offer, channel)");
        claim(
                "every send is an offer of the campaign to a customer of the audience, at most once",
                twice == 0 && unknown == 0,
                "%,d sends, %,d repeated, %,d unknown".formatted(sends, twice, unknown));
    }

    /** A micro-unit of play: halves may be rounded either way. */
    private void moneyIsAsDerived(Database database) {
        long off =
                count(
                        database,
                        """
                        select count(*) from sends join book using (customer, offer)
                        where abs(cast(sends.cost * 1000000 as bigint) - cost_micros) > 1
                            or abs(cast(sends.value * 1000000 as bigint) - value_micros) > 1""");
        claim(
                "cost and value of every send follow from its scores and the campaign file",
                off == 0,
                "%,d sends are off by more than a millionth".formatted(off));
    }

    private void totalsAreAsStated(Database database) {
        Map<String, Object> totals =
                database.rows(
                                "select count(*) as sends, coalesce(sum(value), 0) as value, coalesce(sum(cost), 0) as spend from sends")
                        .get(0);
        boolean same =
                totals.entrySet().stream()
                        .allMatch(
                                total ->
                                        AuditTables.decimal(total.getValue())
                                                        .compareTo(
                                                                CampaignWords.money(
                                                                        plan.path(total.getKey())))
                                                == 0);
        claim(
                "sends, value and spend add up to what plan.json states",
                same,
                "%s sends, value %s, spend %s"
                        .formatted(totals.get("sends"), totals.get("value"), totals.get("spend")));
    }

    private void rulesHold(Database database, RuleClaims rules) {
        for (SharedClaim rule : rules.shared()) {
            var use = AuditTables.use(database, rule);
            claim(
                    rule.promise(),
                    rule.allows(use),
                    "%s of at most %s%s"
                            .formatted(
                                    use.toPlainString(),
                                    rule.most().map(Object::toString).orElse("any number"),
                                    rule.least().signum() > 0 ? ", at least " + rule.least() : ""));
        }
        for (PersonalClaim rule : rules.personal()) {
            long most = AuditTables.mostOfOneCustomer(database, rule);
            claim(rule.promise(), most <= rule.most(), "%d at most".formatted(most));
        }
    }

    private void boundIsProven(Database database, RuleClaims rules) {
        PlanPrices prices = PlanPrices.match(plan.path("limits"), rules.shared());
        claim("every price belongs to a limit and has its sign", prices.sound(), prices.finding());
        if (!prices.sound()) {
            return;
        }
        double derived = new BoundQuery(database, rules.personal()).bound(prices.prices());
        double stated = plan.path("price_bound").asDouble();
        double bound = plan.path("bound").asDouble();
        double value = plan.path("value").asDouble();
        double play =
                1e-9 * Math.abs(derived)
                        + 1e-6 * (1 + count(database, "select count(*) from scores"));
        boolean proven =
                Math.abs(derived - stated) <= play
                        && bound <= stated + play
                        && value <= bound + play;
        claim(
                "no plan can be worth more than the bound that these prices prove",
                proven,
                "derived %.6f, stated %.6f%s"
                        .formatted(
                                derived,
                                stated,
                                bound < stated - play
                                        ? "; the solver's search lowered it to %.6f"
                                                .formatted(bound)
                                        : ""));
        double gap = bound <= 0 ? 0 : Math.max(0, (bound - value) / bound);
        claim(
                "the gap is (bound − value) / bound",
                Math.abs(gap - plan.path("gap").asDouble(Double.NaN)) <= 1e-9,
                "%.3g".formatted(gap));
    }

    private Path campaignFolder() {
        String path = plan.path("inputs").path("campaign_file").path("path").asText();
        return folder.toAbsolutePath().resolve(path).normalize().getParent();
    }

    private void claim(String promise, boolean holds, String finding) {
        claims.add(new Claim(promise, holds, finding));
    }

    private static long count(Database database, String sql) {
        return ((Number) database.rows(sql).get(0).values().iterator().next()).longValue();
    }

    private static JsonNode json(Path file) {
        try {
            return new ObjectMapper().readTree(file.toFile());
        } catch (JsonProcessingException broken) {
            throw new BadInput(
                    Problem.of(
                            file.toString(),
                            "is not the JSON that was written there",
                            "Make the plan again."));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
