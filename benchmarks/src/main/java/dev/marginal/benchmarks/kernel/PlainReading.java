package dev.marginal.benchmarks.kernel;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.kernel.Workers;
import java.util.stream.DoubleStream;

/**
 * Reads a book's values and costs from one end to the other and adds them up, in as many threads as
 * the kernel: what the machine's memory gives to plain Java.
 */
final class PlainReading {
    private static final int BLOCK = 1 << 16;

    private final OfferBook book;
    private final Workers workers;
    private final double[] sums;

    PlainReading(OfferBook book, Workers workers) {
        this.book = book;
        this.workers = workers;
        this.sums = new double[(book.customers() + BLOCK - 1) / BLOCK];
    }

    double sum() {
        workers.forEach(sums.length, this::sum);
        return DoubleStream.of(sums).sum();
    }

    private void sum(int block) {
        int from = block * BLOCK;
        int to = Math.min(from + BLOCK, book.customers());
        float sum = 0;
        for (int offer = 0; offer < book.offers().size(); offer++) {
            sum += sum(book.value()[offer], from, to) + sum(book.cost()[offer], from, to);
        }
        sums[block] = sum;
    }

    /** Eight sums side by side, so that no addition waits for the last one. */
    private static float sum(float[] column, int from, int to) {
        float a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0;
        int i = from;
        for (; i + 7 < to; i += 8) {
            a += column[i];
            b += column[i + 1];
            c += column[i + 2];
            d += column[i + 3];
            e += column[i + 4];
            f += column[i + 5];
            g += column[i + 6];
            h += column[i + 7];
        }
        for (; i < to; i++) {
            a += column[i];
        }
        return a + b + c + d + e + f + g + h;
    }
}
