package dev.marginal.benchmarks.spreading;

import org.apache.spark.SparkConf;

/** Spark as this JVM's system properties configure it, reached by nobody else. */
final class Configured {
    private static final String LOOPBACK = "127.0.0.1";

    private Configured() {}

    /** Without a master, with a task for every core of this JVM. */
    static SparkConf spark() {
        return new SparkConf()
                .setAppName("benchmark")
                .setIfMissing("spark.master", "local[*]")
                .set("spark.ui.enabled", "false")
                .set("spark.driver.bindAddress", LOOPBACK)
                .set("spark.driver.host", LOOPBACK);
    }
}
