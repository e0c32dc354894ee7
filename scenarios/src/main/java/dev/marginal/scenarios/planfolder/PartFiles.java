package dev.marginal.scenarios.planfolder;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.CampaignPlan;
import dev.marginal.scenarios.Valuation;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.scenarios.planning.Day;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.reasons.ReasonTotal;
import dev.marginal.scenarios.reasons.Reasons;
import dev.marginal.tables.duckdb.Database;
import dev.marginal.tables.duckdb.TableFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes what a plan says of one part of its customers, in the words of a plan's folder: {@code
 * sends.parquet}, {@code not_sent.parquet}, {@code scores.parquet}, and {@code reserved.parquet}
 * where something was reserved.
 */
public final class PartFiles {
    private final CampaignFile file;
    private final Audience audience;
    private final Valuation valuation;
    private final CampaignPlan plan;
    private final Day day;

    /**
     * The files of a part.
     *
     * @param valued the part's customers
     * @param plan what they get; the use of its limits and their prices are those of everyone
     * @param day what is known of them
     */
    public PartFiles(Valued valued, CampaignPlan plan, Day day) {
        this.file = valued.file();
        this.audience = valued.audience();
        this.valuation = valued.valuation();
        this.plan = plan;
        this.day = day;
    }

    /**
     * Writes them into an empty folder.
     *
     * @return what they add up to
     * @throws UncheckedIOException if the disk is full, say
     */
    public PartTotals write(Path folder) {
        TableFiles.write(
                new SendColumns(file, audience.ids(), plan, day).table(),
                folder.resolve("sends.parquet"));
        TableFiles.write(
                ScoreColumns.table(file, audience, plan.scores()),
                folder.resolve("scores.parquet"));
        if (day.reserved().at().length > 0) {
            TableFiles.write(
                    ReservedColumns.table(audience.ids(), day.reserved()),
                    folder.resolve("reserved.parquet"));
        }
        return PartTotals.of(plan, notSent(folder), claims());
    }

    private List<ReasonTotal> notSent(Path folder) {
        Path lines = folder.resolve("not_sent.csv");
        List<ReasonTotal> totals =
                Reasons.of(plan, valuation, audience.traits(), day.rules(), day.gates())
                        .write(audience.ids(), lines);
        try (Database database = Database.over(folder)) {
            database.run(
                    """
                    copy (select customer, offer, channel, reason, value_forgone::decimal(18, 6) as value_forgone
                        from read_csv(%s, header = true, all_varchar = true, delim = ',', quote = '"', escape = '"'))
                    to %s (format parquet)"""
                            .formatted(quoted(lines), quoted(folder.resolve("not_sent.parquet"))));
            Files.delete(lines);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return totals;
    }

    private static String quoted(Path path) {
        return Database.quote(path.toAbsolutePath().toString());
    }

    /** Of each send in whole micro-units, so that no order of adding matters. */
    private long[] claims() {
        int[] treatment = CampaignOffer.treatmentsIn(plan.scores(), file.offers());
        long[] sets = plan.sends().sets(plan.offers().customers());
        long[] sums = new long[2];
        for (int customer = 0; customer < sets.length; customer++) {
            for (long left = sets[customer]; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                long claim = OfferBook.micros(plan.scores().uplift()[treatment[offer]][customer]);
                sums[0] += claim;
                sums[1] += Long.bitCount(sets[customer]) > 1 ? claim : 0;
            }
        }
        return sums;
    }
}
