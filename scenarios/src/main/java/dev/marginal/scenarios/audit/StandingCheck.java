package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.tables.duckdb.RowChunk;
import java.util.HashMap;
import java.util.Map;

/** Counts customers whose stage or numbers are not what their history gives. */
final class StandingCheck {
    /** What it takes of every customer. */
    static final String SQL =
            """
            select coalesce(x, -1)::bigint, coalesce(recency, 0)::bigint, coalesce(age, 0)::bigint, coalesce(repeat_micros, 0)::bigint,
                coalesce(stage, ''), coalesce(p_alive, ''), coalesce(expected_purchases, ''), coalesce(expected_spend, ''),
                coalesce(value, ''), coalesce(value_of_an_order, '')
            from standing left join histories using (customer)""";

    private static final double DAYS_OF_YEAR = 365.25;
    private static final Map<String, Double> DAYS =
            Map.of("day", 1., "week", 7., "month", DAYS_OF_YEAR / 12, "year", DAYS_OF_YEAR);
    private static final int FIRST_TEXT = 4;

    /** Numbers are kept in single precision. */
    private static final double TOLERANCE = 1e-4;

    private final LifecycleMath math;
    private final StageLadder ladder;
    private final JsonNode spending;
    private final double days;
    private final double horizon;
    private final double rate;
    private final Map<Long, Double> ahead = new HashMap<>();
    private long stages;
    private long numbers;

    /**
     * @param stated what plan.json says of the lifecycle
     * @param rules the campaign file's stages
     */
    StandingCheck(JsonNode stated, JsonNode rules) {
        this.math = LifecycleMath.of(stated.path("model").asText(), stated.path("purchases"));
        this.ladder = new StageLadder(rules);
        this.spending = stated.path("spending");
        this.days = DAYS.getOrDefault(stated.path("unit").asText(), Double.NaN);
        this.horizon = stated.path("horizon").asDouble();
        this.rate = Math.log1p(stated.path("discount").asDouble()) * days / DAYS_OF_YEAR;
    }

    /** How many are in another stage. */
    long stages() {
        return stages;
    }

    /** How many have other numbers. */
    long numbers() {
        return numbers;
    }

    void take(RowChunk chunk) {
        for (int row = 0; row < chunk.rows(); row++) {
            String[] said = new String[6];
            for (int i = 0; i < said.length; i++) {
                said[i] = chunk.text(FIRST_TEXT + i, row);
            }
            long x = chunk.whole(0, row);
            if (x < 0) {
                takeStranger(said);
            } else {
                take(x, chunk.whole(1, row), chunk.whole(2, row), chunk.whole(3, row), said);
            }
        }
    }

    private void takeStranger(String[] said) {
        stages += said[0].isEmpty() ? 0 : 1;
        boolean empty = said[1].isEmpty() && said[2].isEmpty() && said[3].isEmpty();
        numbers += empty && said[4].isEmpty() && said[5].equals("0") ? 0 : 1;
    }

    private void take(long x, long recency, long age, long repeatMicros, String[] said) {
        double alive = math.alive(x, recency / days, age / days);
        stages += ladder.allows(said[0], x, recency, age, alive) ? 0 : 1;
        double spend = spend(x, repeatMicros / 1e6);
        double living = math.ahead(x, age / days, horizon, 0);
        double value = alive * ahead(x, age) * spend;
        double more = math.alive(x + 1, age / days, age / days) * ahead(x + 1, age) * spend;
        boolean right =
                near(said[1], alive, 1)
                        && near(said[2], alive * living, 1)
                        && near(said[3], spend, spend)
                        && near(said[4], value, spend)
                        && near(said[5], more - value, spend);
        numbers += right ? 0 : 1;
    }

    /** The mean of repeat purchases, drawn to that of everybody. */
    private double spend(long x, double repeat) {
        double p = spending.path("p").asDouble();
        double q = spending.path("q").asDouble();
        double gamma = spending.path("gamma").asDouble();
        return repeat > 0 ? p * (gamma + repeat) / (p * x + q - 1) : p * gamma / (q - 1);
    }

    private double ahead(long x, long age) {
        return ahead.computeIfAbsent(
                x << Integer.SIZE | age, any -> math.ahead(x, age / days, horizon, rate));
    }

    private static boolean near(String said, double expected, double scale) {
        return !said.isEmpty()
                && Math.abs(Double.parseDouble(said) - expected)
                        <= TOLERANCE * (scale + Math.abs(expected));
    }
}
