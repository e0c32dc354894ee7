package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code marginal serve} as a process of its own: how it begins, and how it ends. */
class ServeTest {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final String LONG = "{\"campaign\":\"%s\",\"points\":80}";

    @TempDir static Path home;
    private static Path campaign;
    private static String name;

    @BeforeAll
    static void fit() throws IOException {
        Run.of("simulate", home.resolve("world"), "--history", 2_000, "--customers", 2_000);
        campaign = home.resolve("world/campaign.yml");
        Files.writeString(campaign, "learner: x\ntarget_gap: 1e-4\n" + Files.readString(campaign));
        assertThat(Run.of("fit", campaign, "--out", home.resolve("model")).exitCode()).isZero();
        name =
                Files.readAllLines(campaign).stream()
                        .filter(line -> line.startsWith("campaign:"))
                        .map(line -> line.substring("campaign:".length()).strip())
                        .findFirst()
                        .orElseThrow();
    }

    @Test
    @Timeout(180)
    void a_service_that_is_told_to_stop_answers_what_it_has_in_hand_and_takes_no_more()
            throws Exception {
        try (Running service = start()) {
            String body = LONG.formatted(name);
            String job =
                    service.post("/v1/frontier?deadline_ms=0", body)
                            .headers()
                            .firstValue("Location")
                            .orElseThrow();
            CompletableFuture<HttpResponse<String>> inHand =
                    CompletableFuture.supplyAsync(
                            () -> service.post("/v1/frontier?deadline_ms=60000", body));
            while (service.get(job).body().contains("queued")) {
                Thread.onSpinWait();
            }
            while (!service.get("/metrics").body().contains("marginal_cache_misses_total 2\n")) {
                Thread.onSpinWait();
            }
            service.process.destroy();
            HttpResponse<String> ready = service.get("/readyz");
            while (ready.statusCode() == 200) {
                ready = service.get("/readyz");
            }
            HttpResponse<String> refused =
                    service.post("/v1/what-if", "{\"campaign\":\"%s\"}".formatted(name));

            assertThat(ready.statusCode()).isEqualTo(503);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).isPresent();
            assertThat(inHand.get().statusCode()).as(inHand.get().body()).isEqualTo(200);
            assertThat(service.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(service.process.exitValue()).isEqualTo(143);
        }
    }

    @Test
    void a_port_in_use_is_told_before_anything_is_read() throws IOException {
        try (ServerSocket taken = new ServerSocket(0)) {
            Run run =
                    serve(
                            "--port",
                            Integer.toString(taken.getLocalPort()),
                            "--host",
                            "0.0.0.0",
                            "--key-file",
                            key("rw-------", "0123456789abcdef").toString());

            assertThat(run.exitCode()).isEqualTo(1);
            assertThat(run.messages())
                    .contains("Port " + taken.getLocalPort(), "in use", "--port")
                    .doesNotContain("Reading", "Exception");
        }
    }

    @Test
    void two_campaigns_of_one_name_are_refused_before_anything_is_scored() {
        Run run = serve("--campaign", campaign.toString());

        assertThat(run.exitCode()).isEqualTo(3);
        assertThat(run.messages())
                .contains("is the name of another campaign that is served")
                .doesNotContain("Scoring");
    }

    @Test
    void others_may_not_connect_without_a_key() {
        Run run = serve("--host", "0.0.0.0");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.messages()).contains("say --key-file FILE as well");
    }

    @Test
    void a_key_that_others_can_read_or_guess_is_none() throws IOException {
        String open =
                serve("--key-file", key("rw-r--r--", "0123456789abcdef").toString()).messages();
        String shorter = serve("--key-file", key("rw-------", "0123456789").toString()).messages();
        String empty = serve("--key-file", key("rw-------", "# nothing\n").toString()).messages();

        assertThat(open).contains("must be readable by you alone", "chmod 600");
        assertThat(shorter).contains("16 letters or more", "openssl rand -hex 32");
        assertThat(empty).contains("must hold a key a line");
        assertThat(open + shorter).doesNotContain("0123456789");
    }

    @Test
    void campaigns_that_know_of_other_days_are_served_as_on_one() throws Exception {
        Path house = home.resolve("house");
        Run.of(
                "simulate",
                house,
                "--daily",
                "--history",
                2_000,
                "--customers",
                300,
                "--from",
                "2026-11-20");
        Path model = home.resolve("house-model");
        assertThat(Run.of("fit", house.resolve("vouchers.yml"), "--out", model).exitCode())
                .isZero();
        String vouchers = house.resolve("vouchers.yml") + "=" + model;
        String news = house.resolve("news.yml") + "=" + model;
        String plans = home.resolve("plans").toString();
        try (Running service =
                start(
                        "--campaign",
                        vouchers,
                        "--campaign",
                        news,
                        "--store",
                        plans,
                        "--date",
                        "2026-11-21")) {
            String capped =
                    "{\"campaign\":\"news\",\"scenario\":{\"contacts\":[{\"cap\":\"weekly\",\"at_most\":0}]}}";

            assertThat(service.said).anyMatch(line -> line.endsWith(", on 2026-11-21"));
            assertThat(service.get("/v1/campaigns").body()).contains("vouchers", "news", name);
            assertThat(service.post("/v1/what-if", "{\"campaign\":\"vouchers\"}").statusCode())
                    .isEqualTo(200);
            assertThat(service.post("/v1/what-if", capped).body())
                    .containsPattern("\"changes\":\"[^\"]*weekly");
            assertThat(home.resolve("plans/news-2026-11-21")).doesNotExist();
        }
    }

    @Test
    void a_day_is_for_campaigns_that_know_of_days() {
        Run run = serve("--date", "2026-11-21");

        assertThat(run.exitCode()).isEqualTo(2);
        assertThat(run.messages()).contains("for campaigns that know of other days");
    }

    @Test
    void any_key_of_the_file_will_do() throws Exception {
        Path keys = key("rw-------", "# of the planners\n0123456789abcdef\n\nfedcba9876543210\n");
        try (Running service = start("--key-file", keys.toString())) {
            assertThat(service.get("/v1/campaigns").statusCode()).isEqualTo(401);
            assertThat(service.get("/v1/campaigns", "0123456789abcdef").statusCode())
                    .isEqualTo(200);
            assertThat(service.get("/v1/campaigns", "fedcba9876543210").statusCode())
                    .isEqualTo(200);
            assertThat(service.get("/v1/campaigns", "# of the planners").statusCode())
                    .isEqualTo(401);
        }
    }

    private Path key(String permissions, String text) throws IOException {
        Path file = Files.createTempFile(home, "key", "");
        Files.writeString(file, text);
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
    }

    private static Run serve(String... more) {
        List<String> words = arguments(more);
        return Run.of(words.toArray());
    }

    private static List<String> arguments(String... more) {
        List<String> words = new ArrayList<>();
        words.addAll(List.of("serve", "--campaign", campaign + "=" + home.resolve("model")));
        words.addAll(List.of(more));
        return words;
    }

    /** A process that serves. */
    private record Running(Process process, int port, List<String> said) implements AutoCloseable {
        HttpResponse<String> get(String path, String... key) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
            if (key.length > 0) {
                request.header("Authorization", "Bearer " + key[0]);
            }
            return send(request.build());
        }

        HttpResponse<String> post(String path, String body) {
            return send(
                    HttpRequest.newBuilder(uri(path))
                            .header("Content-Type", "application/json")
                            .POST(BodyPublishers.ofString(body))
                            .build());
        }

        private URI uri(String path) {
            return URI.create("http://127.0.0.1:%d%s".formatted(port, path));
        }

        private static HttpResponse<String> send(HttpRequest request) {
            try {
                return HTTP.send(request, BodyHandlers.ofString());
            } catch (IOException | InterruptedException broken) {
                throw new AssertionError(broken);
            }
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }

    private static Running start(String... more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Marginal.class.getName()));
        command.addAll(arguments(more));
        command.addAll(List.of("--port", "0"));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        BufferedReader lines = new BufferedReader(process.inputReader(StandardCharsets.UTF_8));
        String line = lines.readLine();
        List<String> said = new ArrayList<>();
        while (line != null && !line.contains("Listening on http://127.0.0.1:")) {
            said.add(line);
            line = lines.readLine();
        }
        assertThat(line).as(String.join("\n", said)).isNotNull();
        int port = Integer.parseInt(line.replaceAll(".*:(\\d+)/.*", "$1"));
        Thread rest = new Thread(() -> drain(lines), "rest of its words");
        rest.setDaemon(true);
        rest.start();
        return new Running(process, port, said);
    }

    private static void drain(BufferedReader lines) {
        try {
            lines.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            return;
        }
    }
}
