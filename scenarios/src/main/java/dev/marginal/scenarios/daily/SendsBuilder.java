package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.contacts.PastSends;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Gathers sends in any order and sorts them by customer and time. */
final class SendsBuilder {
    private final int customers;
    private final List<PastSends.Kind> kinds = new ArrayList<>();
    private final Map<PastSends.Kind, Integer> numbers = new HashMap<>();
    private int[] customer = new int[1024];
    private long[] at = new long[1024];
    private char[] kind = new char[1024];
    private int count;

    SendsBuilder(int customers) {
        this.customers = customers;
    }

    /** The number by which sends of a kind are added. */
    int number(PastSends.Kind one) {
        return numbers.computeIfAbsent(
                one,
                added -> {
                    kinds.add(added);
                    return kinds.size() - 1;
                });
    }

    void add(int nextCustomer, long nextAt, int nextKind) {
        if (count == at.length) {
            customer = Arrays.copyOf(customer, 2 * count);
            at = Arrays.copyOf(at, 2 * count);
            kind = Arrays.copyOf(kind, 2 * count);
        }
        customer[count] = nextCustomer;
        at[count] = nextAt;
        kind[count++] = (char) nextKind;
    }

    void addAll(PastSends sends) {
        int[] number = sends.kinds().stream().mapToInt(this::number).toArray();
        for (int one = 0; one < sends.customers(); one++) {
            for (int send = sends.start()[one]; send < sends.start()[one + 1]; send++) {
                add(one, sends.at()[send], number[sends.kind()[send]]);
            }
        }
    }

    /** Those of some customers, who are numbered anew in this order. */
    void addAll(PastSends sends, int[] some) {
        int[] number = sends.kinds().stream().mapToInt(this::number).toArray();
        for (int row = 0; row < some.length; row++) {
            for (int send = sends.start()[some[row]]; send < sends.start()[some[row] + 1]; send++) {
                add(row, sends.at()[send], number[sends.kind()[send]]);
            }
        }
    }

    PastSends build() {
        int[] start = new int[customers + 1];
        for (int send = 0; send < count; send++) {
            start[customer[send] + 1]++;
        }
        for (int one = 0; one < customers; one++) {
            start[one + 1] += start[one];
        }
        int[] next = Arrays.copyOf(start, customers);
        long[] times = new long[count];
        char[] sorts = new char[count];
        for (int send = 0; send < count; send++) {
            insert(
                    start[customer[send]],
                    next[customer[send]]++,
                    at[send],
                    kind[send],
                    times,
                    sorts);
        }
        return new PastSends(kinds, start, times, sorts);
    }

    /** A customer has few sends, and they come nearly in order. */
    private static void insert(
            int from, int end, long time, char sort, long[] times, char[] sorts) {
        int place = end;
        while (place > from && times[place - 1] > time) {
            times[place] = times[place - 1];
            sorts[place] = sorts[place - 1];
            place--;
        }
        times[place] = time;
        sorts[place] = sort;
    }
}
