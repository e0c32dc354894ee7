package dev.marginal.spark.planning;

/** Spark, in three parts. */
class SparkDaysTest extends TwoDaysContract {
    @Override
    TwoDays days() {
        return SpringDays.inThreeParts();
    }
}
