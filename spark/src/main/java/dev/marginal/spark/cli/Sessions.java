package dev.marginal.spark.cli;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark sessions, as whoever submits has configured them. */
final class Sessions {
    private static final String EXECUTORS = "spark.executor.extraJavaOptions";

    /** Java's {@code Locale.ROOT}: tasks make SQL of numbers, which knows no other digits. */
    private static final String NO_LANGUAGE = "-Duser.language= -Duser.country=";

    private Sessions() {}

    /** A session on the master that was configured, or on all cores of this machine. */
    static SparkSession open(String name) {
        return SparkSession.builder().config(configured(name)).getOrCreate();
    }

    /**
     * As the system's properties say, which {@code spark-submit} sets; executors write numbers as
     * the driver does, whatever their machines' language.
     */
    static SparkConf configured(String name) {
        SparkConf configured = new SparkConf();
        configured.setIfMissing("spark.master", "local[*]");
        configured.setIfMissing("spark.app.name", name);
        String options = configured.get(EXECUTORS, "") + " " + NO_LANGUAGE;
        return configured.set(EXECUTORS, options.strip());
    }
}
