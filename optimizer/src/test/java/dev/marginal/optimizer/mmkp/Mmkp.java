package dev.marginal.optimizer.mmkp;

import dev.marginal.optimizer.Charge;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Scanner;

/**
 * A multi-dimensional multiple-choice knapsack as a campaign: a class is a customer, its items are
 * the offers, a resource is a measure; exactly one item per class is one contact at most and as
 * many sends as there are classes. Numbers have one decimal at most; they are counted in tenths,
 * which floats hold exactly.
 */
record Mmkp(OfferBook book, Rules rules) {
    static Mmkp read(Path file) {
        try (Scanner numbers = new Scanner(file)) {
            numbers.useLocale(Locale.ROOT);
            return read(numbers, numbers.nextInt(), numbers.nextInt(), numbers.nextInt());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Mmkp read(Scanner numbers, int classes, int items, int resources) {
        double[] capacity = new double[resources];
        for (int resource = 0; resource < resources; resource++) {
            capacity[resource] = tenths(numbers);
        }
        float[][] value = new float[items][classes];
        float[][][] weight = new float[resources][items][classes];
        for (int one = 0; one < classes; one++) {
            numbers.next();
            for (int item = 0; item < items; item++) {
                value[item][one] = tenths(numbers);
                for (int resource = 0; resource < resources; resource++) {
                    weight[resource][item][one] = tenths(numbers);
                }
            }
        }
        return of(value, weight, capacity);
    }

    private static long tenths(Scanner numbers) {
        return numbers.nextBigDecimal().movePointRight(1).longValueExact();
    }

    private static Mmkp of(float[][] value, float[][][] weight, double[] capacity) {
        List<Offer> offers = new ArrayList<>();
        for (int item = 0; item < value.length; item++) {
            offers.add(new Offer("item_" + item, "item"));
        }
        OfferSet all = new OfferSet((1L << value.length) - 1);
        int classes = value[0].length;
        List<Measure> measures = new ArrayList<>();
        List<Limit> limits = new ArrayList<>();
        limits.add(Limit.personal("one item", all, 1));
        limits.add(Limit.sends("every class", all, classes, classes));
        for (int resource = 0; resource < capacity.length; resource++) {
            Measure measure = new Measure("resource_" + resource, weight[resource]);
            measures.add(measure);
            limits.add(cap(measure, all, capacity[resource]));
        }
        float[][] free = new float[value.length][classes];
        OfferBook book = new OfferBook(offers, value, free, List.of(), measures);
        return new Mmkp(book, Rules.of(terms -> limits.stream()));
    }

    private static Limit cap(Measure measure, OfferSet all, double most) {
        Limit.Part part = new Limit.Part(all, Segment.EVERYONE, Charge.of(measure), 1);
        return new Limit.Shared(
                measure.name(), List.of(part), Limit.Shared.NO_FLOOR, OfferBook.micros(most));
    }
}
