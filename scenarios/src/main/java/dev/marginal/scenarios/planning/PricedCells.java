package dev.marginal.scenarios.planning;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.SendPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Customers sorted by the prices that they pay: those of one cell are in the same segments of every
 * limit that has a price.
 *
 * @param of the cell of each customer, numbered from 0 as they appear
 * @param first the first customer of each cell
 */
record PricedCells(int[] of, List<Integer> first) {
    /** The cells of a plan's customers. */
    static PricedCells of(OfferBook book, SendPlan plan) {
        List<Segment> segments =
                plan.limits().stream()
                        .filter(LimitUse::binds)
                        .flatMap(use -> use.limit().parts().stream())
                        .map(Limit.Part::where)
                        .filter(where -> !where.isEveryone())
                        .distinct()
                        .toList();
        int[] of = new int[book.customers()];
        for (Segmentation column : book.segmentations()) {
            int[] kinds = kinds(column, segments);
            refine(of, column, kinds);
        }
        return new PricedCells(of, firsts(of));
    }

    /** For each name of a column, a number that names in the same segments share. */
    private static int[] kinds(Segmentation column, List<Segment> segments) {
        List<Segment> own =
                segments.stream().filter(one -> one.column().equals(column.column())).toList();
        Map<List<Integer>, Integer> kinds = new LinkedHashMap<>();
        int[] kindOf = new int[column.names().size()];
        Map<String, List<Integer>> membership = new LinkedHashMap<>();
        for (int segment = 0; segment < own.size(); segment++) {
            for (String value : own.get(segment).values()) {
                membership.computeIfAbsent(value, any -> new ArrayList<>()).add(segment);
            }
        }
        for (int name = 0; name < kindOf.length; name++) {
            List<Integer> in = membership.getOrDefault(column.names().get(name), List.of());
            kindOf[name] = kinds.computeIfAbsent(in, any -> kinds.size());
        }
        return kindOf;
    }

    /** Splits the cells by one more column; numbers stay in order of appearance. */
    private static void refine(int[] of, Segmentation column, int[] kinds) {
        Map<Long, Integer> numbers = new LinkedHashMap<>();
        for (int customer = 0; customer < of.length; customer++) {
            long both = (long) of[customer] << Integer.SIZE | kinds[column.code()[customer]];
            of[customer] = numbers.computeIfAbsent(both, any -> numbers.size());
        }
    }

    private static List<Integer> firsts(int[] of) {
        List<Integer> firsts = new ArrayList<>();
        for (int customer = 0; customer < of.length; customer++) {
            if (of[customer] == firsts.size()) {
                firsts.add(customer);
            }
        }
        return firsts;
    }
}
