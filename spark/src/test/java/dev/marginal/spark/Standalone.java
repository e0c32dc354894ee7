package dev.marginal.spark;

import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.spark.SparkConf;
import org.apache.spark.deploy.master.Master;
import org.apache.spark.deploy.worker.Worker;

/** A standalone cluster on loopback: a master and two workers, each a process of its own. */
final class Standalone {
    private static final String LOOPBACK = "127.0.0.1";
    private static final String CLASS_PATH = System.getProperty("java.class.path");
    private static final long PATIENCE = 60;

    private final Path home;
    private final int port;
    private final List<Process> processes = new ArrayList<>();

    /** Starts one that keeps its files in a folder. */
    Standalone(Path folder) throws IOException, InterruptedException {
        this.home = folder;
        this.port = freePort();
        Files.createDirectories(home.resolve("jars"));
        String number = port + "";
        start(Master.class, "--host", LOOPBACK, "--port", number, "--webui-port", "0");
        awaitMaster();
        for (String name : List.of("one", "two")) {
            String work = Files.createDirectories(home.resolve(name)).toString();
            start(
                    Worker.class,
                    "--host",
                    LOOPBACK,
                    "--webui-port",
                    "0",
                    "--cores",
                    "1",
                    "--memory",
                    "1g",
                    "--work-dir",
                    work,
                    url());
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(LOOPBACK))) {
            return socket.getLocalPort();
        }
    }

    private void start(Class<?> main, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-Xmx256m");
        for (String option : System.getProperty("spark.opens").strip().split("\\s+")) {
            command.add(option);
        }
        command.addAll(List.of("-cp", CLASS_PATH, main.getName()));
        command.addAll(List.of(arguments));
        File log = home.resolve(main.getSimpleName() + processes.size() + ".log").toFile();
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log);
        builder.environment().put("SPARK_HOME", home.toString());
        builder.environment().put("SPARK_SCALA_VERSION", "2.13");
        builder.environment().put("SPARK_LOCAL_IP", LOOPBACK);
        processes.add(builder.start());
    }

    private void awaitMaster() throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE);
        while (!listens()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("The master does not listen; see " + home);
            }
            Thread.sleep(50);
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(LOOPBACK, port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    private String url() {
        return "spark://" + LOOPBACK + ":" + port;
    }

    /** For a driver that waits until both workers have started an executor. */
    SparkConf configuration() {
        return LocalSpark.onLoopback(url())
                .set("spark.executor.memory", "800m")
                .set("spark.executor.extraClassPath", CLASS_PATH)
                .set("spark.scheduler.minRegisteredResourcesRatio", "1.0")
                .set("spark.scheduler.maxRegisteredResourcesWaitingTime", PATIENCE + "s");
    }

    /** Kills the executor of one worker as a machine would that loses its power. */
    void killExecutor() {
        Optional<ProcessHandle> executor =
                processes.stream().flatMap(one -> one.toHandle().descendants()).findFirst();
        executor.orElseThrow().destroyForcibly();
    }

    /** Ends every process. */
    void stop() throws InterruptedException {
        List<ProcessHandle> all =
                processes.stream()
                        .flatMap(
                                one ->
                                        Stream.concat(
                                                one.toHandle().descendants(),
                                                Stream.of(one.toHandle())))
                        .toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (Process process : processes) {
            process.waitFor(PATIENCE, TimeUnit.SECONDS);
        }
    }
}
