package dev.marginal.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One session on two threads of this JVM, shared by all tests and ended with it. */
final class LocalSpark {
    private static final SparkSession SESSION =
            SparkSession.builder()
                    .config(
                            new SparkConf()
                                    .setMaster("local[2]")
                                    .setAppName("tests")
                                    .set("spark.driver.host", "127.0.0.1")
                                    .set("spark.driver.bindAddress", "127.0.0.1")
                                    .set("spark.ui.enabled", "false")
                                    .set("spark.sql.shuffle.partitions", "2"))
                    .getOrCreate();

    private LocalSpark() {}

    static SparkSession session() {
        return SESSION;
    }

    static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(SESSION.sparkContext());
    }
}
