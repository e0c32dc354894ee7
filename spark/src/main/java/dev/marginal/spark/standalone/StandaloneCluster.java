package dev.marginal.spark.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;
import org.apache.spark.launcher.JavaModuleOptions;

/**
 * A standalone cluster on loopback, out of this JVM's class path: a master, and workers with an
 * executor each, every one of them a process of its own.
 */
public final class StandaloneCluster implements AutoCloseable {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final int PATIENCE_SECONDS = 60;
    private static final int LOOK_EVERY_MILLIS = 50;

    private final Path home;
    private final Workers workers;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    private StandaloneCluster(Path home, Workers workers) throws IOException {
        this.home = home;
        this.workers = workers;
        this.port = freePort();
    }

    /**
     * The workers of a cluster, all alike.
     *
     * @param count how many
     * @param cores of each
     * @param heapMegabytes of each one's executor
     */
    public record Workers(int count, int cores, int heapMegabytes) {}

    /**
     * Starts one.
     *
     * @param home an empty folder for its logs and whatever its processes put aside
     * @throws UncheckedIOException if a process does not start
     * @throws IllegalStateException if the master does not listen within a minute
     */
    public static StandaloneCluster start(Path home, Workers workers) {
        try {
            StandaloneCluster cluster = new StandaloneCluster(home, workers);
            try {
                cluster.startAll();
                return cluster;
            } catch (IOException | RuntimeException failure) {
                cluster.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("The cluster does not start; see " + home, failure);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private void startAll() throws IOException {
        Files.createDirectories(home.resolve("jars"));
        start("master", Master.class, List.of("--port", port + ""));
        awaitMaster();
        for (int worker = 0; worker < workers.count(); worker++) {
            String name = "worker" + worker;
            List<String> arguments =
                    List.of(
                            "--cores",
                            workers.cores() + "",
                            "--memory",
                            workers.heapMegabytes() + "m",
                            "--work-dir",
                            Files.createDirectories(home.resolve(name)).toString(),
                            url());
            start(name, Worker.class, arguments);
        }
    }

    private void start(String name, Class<?> main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        command.addAll(List.of(JavaModuleOptions.defaultModuleOptions().split(" ")));
        command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
        command.addAll(List.of("--host", LOOPBACK, "--webui-port", "0"));
        command.addAll(arguments);
        ProcessBuilder builder =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(home.resolve(name + ".log").toFile());
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        builder.environment().put("SPARK_LOCAL_DIRS", home.resolve("aside").toString());
        processes.add(builder.start());
    }

    private void awaitMaster() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!listens()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The master does not listen; see " + home);
            }
            sleep();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static void sleep() {
        try {
            Thread.sleep(LOOK_EVERY_MILLIS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Starting the cluster was interrupted.", stopped);
        }
    }

    private String url() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /**
     * What a driver on this machine is to be configured with: it waits for all executors, and each
     * of them takes its worker's cores and memory.
     */
    public Map<String, String> settings() {
        return Map.of(
                "spark.master",
                url(),
                "spark.executor.memory",
                workers.heapMegabytes() + "m",
                "spark.executor.extraClassPath",
                CLASS_PATH,
                "spark.cores.max",
                workers.count() * workers.cores() + "",
                "spark.scheduler.minRegisteredResourcesRatio",
                "1.0",
                "spark.scheduler.maxRegisteredResourcesWaitingTime",
                PATIENCE_SECONDS + "s");
    }

    /** Kills one executor as a machine would that loses its power. */
    public void killExecutor() {
        processes.stream()
                .flatMap(one -> one.toHandle().descendants())
                .findFirst()
                .orElseThrow()
                .destroyForcibly();
    }

    /** Ends every process. */
    @Override
    public void close() {
        List<ProcessHandle> all =
                processes.stream()
                        .flatMap(
                                one ->
                                        Stream.concat(
                                                one.toHandle().descendants(),
                                                Stream.of(one.toHandle())))
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        all.forEach(one -> one.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join());
    }
}
