package dev.marginal.uplift.evaluation;

/** The area of {@link ScikitUplift#qiniCurve}, point by point. */
final class QiniArea {
    private double rows;
    private double height;
    private double area;

    /** The next point. */
    void add(ArmSums sums) {
        double next = sums.qini();
        area += (sums.rows() - rows) * (next + height) / 2;
        rows = sums.rows();
        height = next;
    }

    /** As {@link Curve#areaOverDiagonal}. */
    double overDiagonal() {
        return area - rows * height / 2;
    }
}
