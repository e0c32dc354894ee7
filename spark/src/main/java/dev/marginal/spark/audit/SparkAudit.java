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
        try (Fleeting scratch = Fleeting.temporary("marginal-audit-")) {
            for (String name : List.of(PLAN, "campaign.yml", "contacts.yml")) {
                if (disk.exists(address + "/" + name)) {
                    disk.fetch(address + "/" + name, scratch.path().resolve(name));
                }
            }
            return new AuditReport(claims(address, scratch.path()));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private List<Claim> claims(String address, Path here) throws IOException {
        JsonNode plan = new ObjectMapper().readTree(here.resolve(PLAN).toFile());
        List<Claim> claims = new ArrayList<>();
        claims.add(new FilesAsWritten(session, disk, address).claim(plan));
        if (!claims.get(0).holds()) {
            return claims;
        }
        try (PartTasks tasks = PartTasks.of(session, disk, address, here, plan)) {
            SortedMap<String, TreeSet<String>> values = tasks.values();
            List<PartTasks.Found> found = tasks.audit(values);
            claims.add(PartTasks.audienceAsRead(found));
            new TogetherClaims(session, address, plan).addTo(claims);
            claims.addAll(
                    new WholeAudit(here, values)
                            .claims(found.stream().map(PartTasks.Found::findings).toList()));
        }
        return claims;
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
