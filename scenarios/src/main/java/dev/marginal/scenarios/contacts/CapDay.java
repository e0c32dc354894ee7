package dev.marginal.scenarios.contacts;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What a cap has to do with the messages of one day in one time zone, before anyone's history.
 *
 * @param most sends in a window
 * @param ruler measures the cap's windows
 * @param places where messages would go out that obey the cap, ascending, each once
 * @param messages {@code [place]}: the numbers of those messages
 * @param obeying how many they are
 * @param standing when messages go out that count but do not obey, ascending
 * @param own seconds that past sends without a gap of their own keep others away; 0 where it is not
 *     for each send to say
 */
record CapDay(
        int most,
        Ruler ruler,
        long[] places,
        int[][] messages,
        int obeying,
        long[] standing,
        long own) {
    /** Empty where no message obeys the cap. */
    static Optional<CapDay> of(
            ContactCap cap, List<Message> messages, boolean[] covered, long[] at, ZoneId zone) {
        int[] obeying =
                IntStream.range(0, at.length)
                        .filter(i -> covered[i] && Timetable.goesOut(at[i]))
                        .filter(i -> messages.get(i).obeys())
                        .toArray();
        if (obeying.length == 0) {
            return Optional.empty();
        }
        long first = Arrays.stream(obeying).mapToLong(i -> at[i]).min().orElseThrow();
        long last = Arrays.stream(obeying).mapToLong(i -> at[i]).max().orElseThrow();
        Ruler ruler = Ruler.of(cap.window(), zone, first, last);
        long[] places =
                Arrays.stream(obeying)
                        .mapToLong(i -> ruler.place(at[i]))
                        .sorted()
                        .distinct()
                        .toArray();
        int[][] there = new int[places.length][];
        for (int place = 0; place < places.length; place++) {
            long here = places[place];
            there[place] = Arrays.stream(obeying).filter(i -> ruler.place(at[i]) == here).toArray();
        }
        long[] standing =
                IntStream.range(0, at.length)
                        .filter(i -> covered[i] && Timetable.goesOut(at[i]))
                        .filter(i -> !messages.get(i).obeys() && messages.get(i).counts())
                        .mapToLong(i -> at[i])
                        .filter(second -> second >= ruler.from() && second < ruler.until())
                        .sorted()
                        .toArray();
        return Optional.of(
                new CapDay(cap.atMost(), ruler, places, there, obeying.length, standing, own(cap)));
    }

    private static long own(ContactCap cap) {
        return cap.window() instanceof Window.Gap gap && gap.frozen() ? gap.least().toSeconds() : 0;
    }

    /** Whether each past send has a gap of its own. */
    boolean frozen() {
        return own > 0;
    }
}
