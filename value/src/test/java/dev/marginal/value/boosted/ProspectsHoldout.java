package dev.marginal.value.boosted;

import dev.marginal.tables.Execution;
import dev.marginal.tables.IdColumn;
import dev.marginal.value.evaluation.Holdout;
import dev.marginal.value.evaluation.ValueEvaluation;
import dev.marginal.value.evaluation.ValueEvaluation.Judged;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.planted.PlantedProspects;
import java.time.LocalDate;
import java.util.List;

/** A world of prospects, of which a model knows 540 days and is judged by the 179 that follow. */
record ProspectsHoldout(TransactionLog log, CustomerColumns columns) {
    static final Execution TWO = new Execution(2);
    static final LocalDate FIRST = LocalDate.of(2024, 1, 1);
    static final LocalDate UNTIL = FIRST.plusDays(540);
    static final int HORIZON = 179;

    static ProspectsHoldout of(long seed, int customers, double strength) {
        PlantedProspects.Known known =
                new PlantedProspects(seed, customers, FIRST, 720, strength).known();
        return new ProspectsHoldout(
                new TransactionLog(known.log(), LogSettings.of("customer", "day", "amount")),
                new CustomerColumns(
                        known.customers().origin(),
                        known.customers().column("customer", IdColumn.class),
                        known.customers().columns().subList(1, 3)));
    }

    /** What it says of BG/NBD and, behind it, of a boosted model. */
    ValueEvaluation judge(AmountHead head) {
        return new Holdout(log, UNTIL, UNTIL.plusDays(HORIZON))
                .judge(List.of("bg_nbd"), columns, BoostedSettings.defaults().with(head), TWO)
                .evaluation();
    }

    /** How well values come in order. */
    static double gini(ValueEvaluation evaluation, String name) {
        return of(evaluation, name).discrimination().normalisedGini();
    }

    /** By how much values miss, per customer. */
    static double error(ValueEvaluation evaluation, String name) {
        return of(evaluation, name).calibration().meanAbsoluteError();
    }

    private static Judged of(ValueEvaluation evaluation, String name) {
        return evaluation.spend().stream()
                .filter(judged -> judged.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
