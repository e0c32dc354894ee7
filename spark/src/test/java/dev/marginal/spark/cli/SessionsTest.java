package dev.marginal.spark.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What executors are started with. */
class SessionsTest {
    private static final String OPTIONS = "spark.executor.extraJavaOptions";

    @AfterEach
    void forget() {
        System.clearProperty(OPTIONS);
    }

    @Test
    void executors_of_an_arabic_machine_write_the_digits_of_sql() throws Exception {
        assertThat(written(List.of())).isEqualTo("١٬٢٣٤");

        assertThat(written(List.of(options().split(" ")))).isEqualTo("1,234");
    }

    @Test
    void options_of_whoever_submits_stay() {
        System.setProperty(OPTIONS, "-Xss4m -Duser.language=ar");

        assertThat(options()).startsWith("-Xss4m -Duser.language=ar -D");
    }

    private static String options() {
        return Sessions.configured("test").get(OPTIONS);
    }

    /** What a JVM with these options writes. */
    private static String written(List<String> options) throws IOException, InterruptedException {
        List<String> words =
                new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
        words.addAll(options);
        words.addAll(List.of("-cp", classes(), Number.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(words);
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Duser.language=ar -Duser.country=EG");
        Process process = builder.start();
        String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return text;
    }

    private static String classes() {
        return Path.of("target/test-classes").toAbsolutePath().toString();
    }

    /** Writes one. */
    static final class Number {
        private Number() {}

        /** Takes no arguments. */
        public static void main(String[] arguments) throws IOException {
            System.out.write("%,d".formatted(1_234).getBytes(StandardCharsets.UTF_8));
            System.out.flush();
        }
    }
}
