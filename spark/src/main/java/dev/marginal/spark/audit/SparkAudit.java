package dev.marginal.spark.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.marginal.scenarios.audit.AuditReport;
import dev.marginal.scenarios.audit.Claim;
import dev.marginal.scenarios.audit.WholeAudit;
import dev.marginal.spark.files.AudienceRecord;
import dev.marginal.spark.files.Disk;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fleeting;
import dev.marginal.tables.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeSet;
import org.apache.spark.sql.SparkSession;

/** Audits plan folders that were written in parts. */
public record SparkAudit(SparkSession session, Disk disk) {
    private static final String PLAN = "plan.json";

    /**
     * Checks every promise of a plan.
     *
     * @param folder its address
     * @throws BadInput if it is no folder of such a plan
     */
    public AuditReport audit(String folder) {
        String address = disk.whole(folder);
        require(address, PLAN);
        require(address, AudienceRecord.FILE);
        JsonNode plan = plan(address);
        Claim files = new FilesAsWritten(session, disk, address).claim(plan);
        return new AuditReport(files.holds() ? claims(address, plan, files) : List.of(files));
    }

    private JsonNode plan(String address) {
        try {
            return new ObjectMapper().readTree(disk.bytes(address + "/" + PLAN));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private List<Claim> claims(String address, JsonNode plan, Claim files) {
        try (Fleeting scratch = Fleeting.temporary("marginal-audit-")) {
            for (String name : List.of(PLAN, "campaign.yml", "contacts.yml")) {
                if (disk.exists(address + "/" + name)) {
                    disk.fetch(address + "/" + name, scratch.path().resolve(name));
                }
            }
            List<Claim> claims = new ArrayList<>(List.of(files));
            addClaims(address, plan, scratch.path(), claims);
            return claims;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private void addClaims(String address, JsonNode plan, Path here, List<Claim> claims) {
        try (PartTasks tasks = PartTasks.of(session, disk, address, here, plan)) {
            SortedMap<String, TreeSet<String>> values = tasks.values();
            List<PartTasks.Found> found = tasks.audit(values);
            claims.add(PartTasks.audienceAsRead(found));
            new TogetherClaims(session, address, plan).addTo(claims);
            claims.addAll(
                    new WholeAudit(here, values)
                            .claims(found.stream().map(PartTasks.Found::findings).toList()));
        }
    }

    private void require(String address, String file) {
        if (!disk.exists(address + "/" + file)) {
            throw new BadInput(
                    Problem.of(
                            address,
                            "is not the folder of a plan that was made on Spark: it has no " + file,
                            "Give a folder that ./marginal-spark plan wrote; those of one machine are for ./marginal audit."));
        }
    }
}
