package dev.marginal.app.pictures;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FontsTest {
    /** What Java 17 and 21 throw where there is no font, no fontconfig and no font library. */
    static Stream<Runnable> machinesWithoutFonts() {
        return Stream.of(
                () -> {
                    throw new Error("Probable fatal error: No physical fonts found.");
                },
                () -> {
                    throw new InternalError("Fontconfig head is null");
                },
                () -> {
                    throw new NullPointerException("no font configuration");
                },
                () -> {
                    throw new UnsatisfiedLinkError("libfreetype.so.6");
                });
    }

    @ParameterizedTest
    @MethodSource("machinesWithoutFonts")
    void a_machine_without_fonts_is_told_what_to_do(Runnable machine) {
        assertThatThrownBy(() -> Fonts.require(machine))
                .isInstanceOf(NoFonts.class)
                .hasMessage(
                        "Charts are written as SVG, but not as PNG: this machine has no font. Install one, such as fonts-dejavu-core, and run again.");
    }

    @Test
    void a_machine_with_fonts_goes_on() {
        assertThatCode(() -> Fonts.require(() -> {})).doesNotThrowAnyException();
    }

    @Test
    void too_little_memory_is_no_lack_of_fonts() {
        assertThatThrownBy(
                        () ->
                                Fonts.require(
                                        () -> {
                                            throw new OutOfMemoryError();
                                        }))
                .isInstanceOf(OutOfMemoryError.class);
    }
}
