package dev.marginal.uplift.evaluation;

/** The mean height of {@link CausalMl#gainCurve}, normalised, point by point. */
final class GainArea {
    private final double firstLift;
    private final double firstRows;
    private final double end;
    private double rows;
    private double height;
    private double sum;

    /**
     * Starts at no rows.
     *
     * @param firstLift the lift where both arms have come, from which earlier ones are interpolated
     * @param firstRows the rows there
     * @param overallGain the gain at the end, by whose size all are divided
     */
    GainArea(double firstLift, double firstRows, double overallGain) {
        this.firstLift = firstLift;
        this.firstRows = firstRows;
        this.end = Math.abs(overallGain);
        this.height = 0 / end;
        this.sum = height;
    }

    /** The next point. */
    void add(ArmSums sums) {
        double step = sums.rows() - rows;
        rows = sums.rows();
        double lift = sums.lift();
        double next = (Double.isNaN(lift) ? firstLift * rows / firstRows : lift) * rows / end;
        sum += step * height + (next - height) * (step + 1) / 2;
        height = next;
    }

    /** As {@link Curve#meanOverRows}. */
    double meanOverRows() {
        return sum / (rows + 1);
    }
}
