package dev.marginal.benchmarks.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class OwnMemoryTest {
    private static final int BYTES = 64 << 20;

    @Test
    void a_forgotten_peak_begins_at_what_is_held_and_rises_with_it() {
        Assumptions.assumeTrue(Files.isWritable(Path.of("/proc/self/clear_refs")), "needs Linux");
        OwnMemory.forgetPeak();
        long before = OwnMemory.peak();
        byte[] held = new byte[BYTES];
        Arrays.fill(held, (byte) 1);

        assertThat(OwnMemory.peak()).isGreaterThanOrEqualTo(before);
        assertThat(OwnMemory.peak()).isGreaterThanOrEqualTo(OwnMemory.held() / 2);
        assertThat(OwnMemory.held()).isGreaterThan(held.length);
    }
}
