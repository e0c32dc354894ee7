package dev.marginal.scenarios.lifecycle;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Lifecycle;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Column;
import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import dev.marginal.value.Histories;
import dev.marginal.value.fitting.FittedValueModel;
import dev.marginal.value.fitting.ValueLearner;
import dev.marginal.value.lifecycle.RfmScores;
import dev.marginal.value.lifecycle.ScoredCustomers;
import dev.marginal.value.lifecycle.Stage;
import dev.marginal.value.lifecycle.Stages;
import dev.marginal.value.lifecycle.Transitions;
import dev.marginal.value.log.Eves;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.scoring.ValueScores;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** The log of purchases that a campaign file names: read once, and asked for any day. */
public final class Purchases {
    private static final int TOLD = 3;

    private final CampaignFile file;
    private final Lifecycle asked;
    private final TableReader reader;
    private final Execution execution;
    private TransactionLog log;

    private Purchases(CampaignFile file, Lifecycle asked, TableReader reader, Execution execution) {
        this.file = file;
        this.asked = asked;
        this.reader = reader;
        this.execution = execution;
    }

    /** Those of a campaign file that speaks of a lifecycle. Nothing is read yet. */
    public static Optional<Purchases> of(
            CampaignFile file, TableReader reader, Execution execution) {
        return file.lifecycle().map(asked -> new Purchases(file, asked, reader, execution));
    }

    /**
     * The log.
     *
     * @throws BadInput with every row of it that cannot be used
     */
    public TransactionLog log() {
        if (log == null) {
            log = TransactionLog.read(asked.purchases(), asked.log(), reader);
        }
        return log;
    }

    /** Whether uplift is learnt from them. */
    public boolean tellsFeatures() {
        return !asked.features().isEmpty();
    }

    /**
     * Where customers stand on the campaign's day.
     *
     * @param customers the audience's
     * @throws BadInput with every problem of the log, or if nobody can be told anything of
     */
    public Standing standing(IdColumn customers) {
        Lifecycle.Eve eve = asked.eve(log().lastDay());
        FittedValueModel fitted = fitted(eve.date());
        ScoredCustomers scored = scored(fitted, eve.date());
        IdIndex index = new IdIndex(scored.histories().customers());
        int[] rowOf =
                IntStream.range(0, customers.rows())
                        .map(customer -> index.find(customers, customer))
                        .toArray();
        int bought = (int) IntStream.of(rowOf).filter(row -> row != IdIndex.ABSENT).count();
        if (bought == 0) {
            String audience = file.audience().source().name();
            throw strangers(audience, customers, scored.histories().customers());
        }
        LifecycleColumns columns =
                new LifecycleColumns(scored.scores(), scored.stages(), scored.rfm(), rowOf);
        List<Column> all = Lifecycle.COLUMNS.stream().map(columns::of).toList();
        return new Standing(
                asked,
                eve,
                fitted,
                new Table(asked.purchases().name(), rowOf.length, all),
                bought,
                counts(scored.stages(), rowOf),
                asked.since().map(since -> moves(fitted, since, scored)));
    }

    /**
     * The columns that uplift is learnt from, of customers on days of their own: by purchases
     * strictly before each one's day, and by a model of purchases before the first of all days.
     *
     * @param days {@code [customer]}: since 1970
     * @throws BadInput with every problem of the log, or if it begins too late
     */
    public List<Column> features(IdColumn customers, int[] days) {
        FittedValueModel fitted = fitted(firstEve(days));
        Eves eves = log().eves(customers, days, execution);
        Histories histories = eves.histories();
        if (histories.rows() == 0) {
            throw strangers(
                    file.history().source().name() + " who bought before they were treated",
                    customers,
                    log().rows().column(asked.log().customer(), IdColumn.class));
        }
        ValueScores scores = fitted.valueModel().score(histories, asked.horizon(), execution);
        LifecycleColumns columns =
                new LifecycleColumns(
                        scores,
                        Stages.of(histories, scores.alive(), asked.stages()),
                        rfm(eves, days),
                        eves.rowOf());
        return asked.features().stream().map(columns::of).toList();
    }

    /** The last day that a model of features may know. */
    public static LocalDate firstEve(int[] days) {
        return LocalDate.ofEpochDay(IntStream.of(days).min().orElseThrow()).minusDays(1);
    }

    private RfmScores rfm(Eves eves, int[] days) {
        if (!asked.features().contains("rfm") && !asked.features().contains("segment")) {
            return new RfmScores(new int[0], new int[0], new int[0]);
        }
        int[] dayOf = new int[eves.histories().rows()];
        for (int row = 0; row < days.length; row++) {
            if (eves.rowOf()[row] != IdIndex.ABSENT) {
                dayOf[eves.rowOf()[row]] = days[row];
            }
        }
        return new RfmOnDays(log(), eves.histories().customers(), dayOf, execution).scores();
    }

    private FittedValueModel fitted(LocalDate until) {
        return new ValueLearner(execution).fit(log(), asked.model(), until);
    }

    private ScoredCustomers scored(FittedValueModel fitted, LocalDate day) {
        return ScoredCustomers.of(
                fitted.valueModel(),
                log().histories(day, execution),
                asked.horizon(),
                asked.stages(),
                execution);
    }

    private Transitions moves(FittedValueModel fitted, LocalDate since, ScoredCustomers now) {
        if (since.isAfter(now.histories().until())) {
            throw new BadInput(
                    new Problem(
                            file.name(),
                            asked.line(),
                            "lifecycle.since",
                            since.toString(),
                            "must not be after %s, the day that customers are looked at"
                                    .formatted(now.histories().until()),
                            "Maybe give an earlier day."));
        }
        return now.movedSince(scored(fitted, since));
    }

    private static Map<Stage, Long> counts(Stages stages, int[] rowOf) {
        Map<Stage, Long> counts = new EnumMap<>(Stage.class);
        Arrays.stream(Stage.values()).forEach(stage -> counts.put(stage, 0L));
        for (int row : rowOf) {
            if (row != IdIndex.ABSENT) {
                counts.merge(stages.stages().get(row), 1L, Long::sum);
            }
        }
        return counts;
    }

    private BadInput strangers(String those, IdColumn customers, IdColumn known) {
        return new BadInput(
                new Problem(
                        asked.purchases().name(),
                        0,
                        asked.log().customer(),
                        null,
                        "must name customers of %s, but names none: here they are called %s, there %s"
                                .formatted(those, some(known), some(customers)),
                        "Maybe another column holds their ids, or a query can turn one into the other."));
    }

    private static String some(IdColumn ids) {
        return String.join(
                ", ", IntStream.range(0, Math.min(TOLD, ids.rows())).mapToObj(ids::id).toList());
    }
}
