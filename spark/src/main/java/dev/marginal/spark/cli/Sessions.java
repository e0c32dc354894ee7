package dev.marginal.spark.cli;

import org.apache.spark.SparkConf;
import org.apache.spark.sql.SparkSession;

/** Spark sessions, as whoever submits has configured them. */
final class Sessions {
    private Sessions() {}

    /** A session on the master that was configured, or on all cores of this machine. */
    static SparkSession open(String name) {
        SparkConf configured = new SparkConf();
        configured.setIfMissing("spark.master", "local[*]");
        configured.setIfMissing("spark.app.name", name);
        return SparkSession.builder().config(configured).getOrCreate();
    }
}
