package dev.marginal.spark.planning;

/** One machine, by which the others are measured. */
class OneMachineDaysTest extends TwoDaysContract {
    @Override
    TwoDays days() {
        return SpringDays.here();
    }
}
