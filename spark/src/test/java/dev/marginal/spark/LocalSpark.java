package dev.marginal.spark;

import org.apache.spark.SparkConf;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.sql.SparkSession;

/** One session on two threads of this JVM, shared by all tests of it. */
public final class LocalSpark {
    private LocalSpark() {}

    /** The session; a new one where there is none any more. */
    public static SparkSession session() {
        return SparkSession.builder().config(onLoopback().setMaster("local[2]")).getOrCreate();
    }

    public static JavaSparkContext context() {
        return JavaSparkContext.fromSparkContext(session().sparkContext());
    }

    /** Ends the session, as a JVM has room for one only. */
    static void stop() {
        session().stop();
    }

    /** For a driver whose master is still to be named. */
    static SparkConf onLoopback() {
        return new SparkConf()
                .setAppName("tests")
                .set("spark.driver.host", "127.0.0.1")
                .set("spark.driver.bindAddress", "127.0.0.1")
                .set("spark.ui.enabled", "false")
                .set("spark.sql.shuffle.partitions", "2");
    }
}
