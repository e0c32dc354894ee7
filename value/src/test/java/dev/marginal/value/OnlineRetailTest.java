package dev.marginal.value;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.marginal.tables.Execution;
import dev.marginal.tables.Source;
import dev.marginal.tables.duckdb.DuckDbReader;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.LogTally;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A wholesaler's year, in which hardly anybody is seen to stop. */
class OnlineRetailTest {
    private static final Path RETAIL = Path.of("../../shared/data/online_retail");
    private static final LocalDate HALFWAY = LocalDate.of(2011, 6, 6);
    private static final Execution TWO = new Execution(2);

    private static TransactionLog log;

    @BeforeAll
    static void read() {
        Assumptions.assumeTrue(Files.exists(RETAIL), "needs " + RETAIL);
        log =
                TransactionLog.read(
                        new Source.Query(
                                RETAIL,
                                "retail.sql",
                                "SELECT CustomerID AS who, InvoiceDate AS at,"
                                        + " Quantity * UnitPrice AS amount"
                                        + " FROM read_csv('online_retail.csv.gz')"),
                        LogSettings.of("who", "at", "amount"),
                        new DuckDbReader());
    }

    @Test
    void cancellations_and_missing_ids_are_counted_and_the_rest_is_kept() {
        LogTally tally = log.tally();

        assertThat(tally.rows()).isEqualTo(541_909);
        assertThat(tally.customers()).isEqualTo(4_372);
        assertThat(tally.namelessRows()).isEqualTo(135_080);
        assertThat(tally.refundRows()).isEqualTo(8_905);
        double kept = DoubleStream.of(log.histories(log.lastDay(), TWO).totalSpend()).sum();
        assertThat(kept + tally.namelessAmount() + tally.refundAmount())
                .isEqualTo(9_747_747.934, within(1e-3));
    }

    /** What is left of either model where nobody stops: a negative binomial. */
    @Test
    void both_models_come_to_the_same_likelihood_and_say_what_runs_off() {
        Histories histories = log.histories(HALFWAY, TWO);
        Fit pareto = PurchaseModels.fit("pareto_nbd", histories, TWO);
        Fit beta = PurchaseModels.fit("bg_nbd", histories, TWO);

        assertThat(beta.logLikelihood()).isEqualTo(pareto.logLikelihood(), within(1e-4));
        for (Fit fit : new Fit[] {pareto, beta}) {
            assertThat(fit.converged()).isFalse();
            assertThat(fit.finding()).startsWith("The likelihood has no peak: it rises as long as");
        }
        assertThat(beta.finding()).contains("a shrinks");
    }
}
