package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.duckdb.Database;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
        FoundPlan found = FoundPlan.in(folder);
        JsonNode plan = found.json();
        return new PlanAudit(folder, plan, found.words().onTheDayOf(plan)).report();
    }

    private AuditReport report() {
        new FileClaims(folder, plan).addTo(claims);
        if (claims.get(0).holds()) {
            filesBearOutThePromises();
        }
        return new AuditReport(claims);
    }

    private void filesBearOutThePromises() {
        Path campaignFolder = new FoundPlan(folder, plan, words).campaignFolder();
        try (Database database = Database.over(campaignFolder)) {
            AuditTables tables = new AuditTables(database, words);
            tables.load(folder, campaignFolder);
            new SendClaims(database, plan).addTo(claims);
            new CoFundingClaims(database, tables, plan).addTo(claims);
            new FutureClaims(database, words, plan, campaignFolder, folder.toAbsolutePath())
                    .addTo(claims);
            new LifecycleClaims(database, words, plan, campaignFolder).addTo(claims);
            new PacingClaims(plan, words).addTo(claims);
            List<PersonalClaim> slots =
                    new ContactClaims(database, words, plan, folder).addTo(claims);
            RuleClaims rules = RuleClaims.of(words, tables::values);
            Optional<Risk> risk = Risk.of(database, tables, words);
            new LimitClaims(database, tables, rules, risk).addTo(claims);
            new BoundClaims(database, tables, rules, slots, risk, plan).addTo(claims);
        } catch (BadInput absent) {
            broken(
                    "the audience that the plan was made for can be read",
                    "looked in %s; audit a plan where it was made: %s"
                            .formatted(campaignFolder, absent.getMessage()));
        } catch (IllegalStateException unreadable) {
            broken(
                    "the files can be read as a plan's files",
                    unreadable.getMessage().lines().findFirst().orElse("unreadable"));
        }
    }

    private void broken(String promise, String finding) {
        claims.add(new Claim(promise, false, finding));
    }
}
