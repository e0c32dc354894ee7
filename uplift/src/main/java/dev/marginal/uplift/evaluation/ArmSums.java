package dev.marginal.uplift.evaluation;

/** Weights, orders and GMV of the treated and the control rows so far. */
final class ArmSums {
    private double treated;
    private double control;
    private double treatedOrders;
    private double controlOrders;
    private double treatedGmv;
    private double controlGmv;

    /** A row, which weighs zero in at least one of the arms. */
    void add(double treatedWeight, double controlWeight, double order, double gmv) {
        treated += treatedWeight;
        control += controlWeight;
        treatedOrders += treatedWeight * order;
        controlOrders += controlWeight * order;
        treatedGmv += treatedWeight * gmv;
        controlGmv += controlWeight * gmv;
    }

    /** Weight of both arms. */
    double rows() {
        return treated + control;
    }

    /** The height of scikit-uplift's Qini curve of orders. */
    double qini() {
        return ScikitUplift.qini(treatedOrders, treated, controlOrders, control);
    }

    /** Difference of the arms' mean GMV; NaN while an arm is empty. */
    double lift() {
        return treatedGmv / treated - controlGmv / control;
    }
}
