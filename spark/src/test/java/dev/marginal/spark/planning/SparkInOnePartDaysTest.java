package dev.marginal.spark.planning;

/** Spark, in a single part. */
class SparkInOnePartDaysTest extends TwoDaysContract {
    @Override
    TwoDays days() {
        return SpringDays.inOnePart();
    }
}
