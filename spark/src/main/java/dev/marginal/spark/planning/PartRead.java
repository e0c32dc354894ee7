package dev.marginal.spark.planning;

import dev.marginal.scenarios.daily.PartTold;
import dev.marginal.scenarios.planfolder.PartedPlan;
import dev.marginal.spark.files.AudienceFiles;
import dev.marginal.spark.files.AudienceRecord;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Fingerprint;
import dev.marginal.tables.Problem;
import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * That a part was read, and where: tasks that ask for it again are sent to the same JVM.
 *
 * @param told what it says of itself; none where it cannot be used
 * @param hashes of its files, in their order
 * @param problems why it cannot be used
 */
record PartRead(
        AudienceFiles files, List<PartTold> told, List<String> hashes, List<Problem> problems)
        implements Serializable {
    /** Reads a part; a problem of it is an answer, which no second try would change. */
    static PartRead of(PartReader reader, AudienceFiles files) {
        try {
            PartReader.Read read = reader.read(files);
            return new PartRead(files, List.of(read.told()), read.hashes(), List.of());
        } catch (BadInput bad) {
            return new PartRead(files, List.of(), List.of(), named(bad, files));
        }
    }

    /**
     * Checks that all parts can be used.
     *
     * @throws BadInput with the problems of all that cannot
     */
    static void require(List<PartRead> parts) {
        List<Problem> all =
                parts.stream().flatMap(part -> part.problems.stream()).distinct().toList();
        if (!all.isEmpty()) {
            throw new BadInput(all, all.size());
        }
    }

    /** The part's files, for the plan's record. */
    AudienceRecord.PartLine line() {
        return new AudienceRecord.PartLine(
                files.number(),
                IntStream.range(0, hashes.size())
                        .mapToObj(
                                file ->
                                        new AudienceRecord.FileLine(
                                                files.files().get(file).address(),
                                                files.files().get(file).bytes(),
                                                hashes.get(file)))
                        .toList());
    }

    /** All customers that were read; their fingerprint does not depend on how files are parted. */
    static PartedPlan.WholeAudience audience(String address, long customers, List<PartRead> parts) {
        String hashes =
                parts.stream()
                        .flatMap(part -> part.hashes.stream())
                        .collect(Collectors.joining("\n"));
        return new PartedPlan.WholeAudience(
                address, customers, Fingerprint.of(hashes.getBytes(StandardCharsets.US_ASCII)));
    }

    /** By the addresses of the files, not by the names of their copies. */
    private static List<Problem> named(BadInput bad, AudienceFiles files) {
        return bad.problems().stream()
                .map(
                        one ->
                                new Problem(
                                        files.addressOf(one.file()),
                                        one.line(),
                                        one.subject(),
                                        one.value(),
                                        one.expectation(),
                                        one.advice()))
                .toList();
    }
}
