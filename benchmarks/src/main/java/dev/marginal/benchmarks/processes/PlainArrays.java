package dev.marginal.benchmarks.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.Consumer;

/** Little-endian numbers one after the other, which any language reads without a library. */
public final class PlainArrays {
    private PlainArrays() {}

    /** Whole numbers of 32 bits. */
    public static void write(Path file, int[] values) {
        fill(file, 4L * values.length, bytes -> bytes.asIntBuffer().put(values));
    }

    /** Numbers of 64 bits. */
    public static void write(Path file, double[] values) {
        fill(file, 8L * values.length, bytes -> bytes.asDoubleBuffer().put(values));
    }

    /** Numbers of 32 bits. */
    public static void write(Path file, float[] values) {
        fill(file, 4L * values.length, bytes -> bytes.asFloatBuffer().put(values));
    }

    /** Whole numbers of 32 bits. */
    public static int[] ints(Path file) {
        ByteBuffer bytes = read(file);
        int[] values = new int[bytes.remaining() / 4];
        bytes.asIntBuffer().get(values);
        return values;
    }

    /** Numbers of 64 bits. */
    public static double[] doubles(Path file) {
        ByteBuffer bytes = read(file);
        double[] values = new double[bytes.remaining() / 8];
        bytes.asDoubleBuffer().get(values);
        return values;
    }

    /** Numbers of 32 bits. */
    public static float[] floats(Path file) {
        ByteBuffer bytes = read(file);
        float[] values = new float[bytes.remaining() / 4];
        bytes.asFloatBuffer().get(values);
        return values;
    }

    private static ByteBuffer read(Path file) {
        try (FileChannel channel = FileChannel.open(file)) {
            return channel.map(MapMode.READ_ONLY, 0, channel.size()).order(ByteOrder.LITTLE_ENDIAN);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void fill(Path file, long size, Consumer<ByteBuffer> values) {
        try (FileChannel channel =
                FileChannel.open(
                        file,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.READ,
                        StandardOpenOption.WRITE)) {
            values.accept(channel.map(MapMode.READ_WRITE, 0, size).order(ByteOrder.LITTLE_ENDIAN));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
