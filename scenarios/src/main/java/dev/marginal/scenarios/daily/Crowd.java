package dev.marginal.scenarios.daily;

import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The customers of several campaigns, each once: those of the first campaign in its order, then
 * those that only the second has, and so on.
 *
 * @param ids of all of them
 * @param places {@code [campaign][customer]}: where each campaign's customers stand among all
 */
record Crowd(IdColumn ids, List<int[]> places) {
    Crowd {
        places = List.copyOf(places);
    }

    static Crowd of(List<IdColumn> audiences) {
        Crowd crowd = alone(audiences.get(0));
        for (IdColumn audience : audiences.subList(1, audiences.size())) {
            crowd = crowd.and(audience);
        }
        return crowd;
    }

    int customers() {
        return ids.rows();
    }

    private static Crowd alone(IdColumn audience) {
        return new Crowd(audience, List.of(IntStream.range(0, audience.rows()).toArray()));
    }

    private Crowd and(IdColumn audience) {
        IdIndex known = new IdIndex(ids);
        int[] place = new int[audience.rows()];
        int next = ids.rows();
        for (int row = 0; row < place.length; row++) {
            int found = known.find(audience, row);
            place[row] = found == IdIndex.ABSENT ? next++ : found;
        }
        List<int[]> more = new ArrayList<>(places);
        more.add(place);
        return new Crowd(together(audience, place), more);
    }

    private IdColumn together(IdColumn audience, int[] place) {
        IdColumn.Builder all = new IdColumn.Builder(ids.name());
        for (int row = 0; row < ids.rows(); row++) {
            all.add(ids.id(row));
        }
        for (int row = 0; row < place.length; row++) {
            if (place[row] >= ids.rows()) {
                all.add(audience.id(row));
            }
        }
        return all.build();
    }
}
