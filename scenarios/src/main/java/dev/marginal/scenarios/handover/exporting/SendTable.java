package dev.marginal.scenarios.handover.exporting;

import dev.marginal.scenarios.handover.Send;
import dev.marginal.tables.AmountColumn;
import dev.marginal.tables.CategoryColumn;
import dev.marginal.tables.Field;
import dev.marginal.tables.IdColumn;
import dev.marginal.tables.IdIndex;
import dev.marginal.tables.Layout;
import dev.marginal.tables.NumberColumn;
import dev.marginal.tables.Source;
import dev.marginal.tables.Table;
import dev.marginal.tables.TableReader;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The sends of a plan, in the order of its file. */
final class SendTable {
    private static final int MICRO_DIGITS = 6;
    private static final double LARGEST = 1e12;

    private final int sends;
    private final IdColumn customer;
    private final CategoryColumn offer;
    private final CategoryColumn channel;
    private final IdColumn decision;
    private final double[] value;
    private final double[] cost;
    private final float[] uplift;
    private final float[] orderProbability;
    private final double[] propensity;
    private final Times sendAt;
    private final Times expiresAt;
    private final int[] customerOf;
    private final IdColumn customers;

    private SendTable(Table table) {
        this.sends = table.rows();
        this.customer = table.column("customer", IdColumn.class);
        this.offer = table.column("offer", CategoryColumn.class);
        this.channel = table.column("channel", CategoryColumn.class);
        this.decision = table.column("decision_id", IdColumn.class);
        this.value = table.column("value", AmountColumn.class).values();
        this.cost = table.column("cost", AmountColumn.class).values();
        this.uplift = table.column("uplift", NumberColumn.class).values();
        this.orderProbability = table.column("order_probability", NumberColumn.class).values();
        this.propensity = table.column("propensity", AmountColumn.class).values();
        this.sendAt = new Times(table.column("send_at", CategoryColumn.class));
        this.expiresAt = new Times(table.column("expires_at", CategoryColumn.class));
        this.customerOf = new int[sends];
        this.customers = distinct();
    }

    /**
     * Reads the sends of a plan folder.
     *
     * @throws dev.marginal.tables.BadInput if a column is missing, as in plans of older versions
     */
    static SendTable read(Path folder, TableReader reader) {
        return new SendTable(
                reader.read(
                        new Source.Files(folder, "sends.parquet"),
                        Layout.some(
                                List.of(
                                        Field.id("customer"),
                                        Field.category("offer"),
                                        Field.category("channel"),
                                        Field.amount("value", -LARGEST, LARGEST),
                                        Field.amount("cost", -LARGEST, LARGEST),
                                        Field.number("uplift"),
                                        Field.number("order_probability"),
                                        Field.category("send_at"),
                                        Field.category("expires_at"),
                                        Field.uniqueId("decision_id"),
                                        Field.amount("propensity", 0, 1)))));
    }

    int sends() {
        return sends;
    }

    /** Each customer that is sent something, once. */
    IdColumn customers() {
        return customers;
    }

    /** The number of a send's customer among {@link #customers}. */
    int customer(int send) {
        return customerOf[send];
    }

    String customerId(int send) {
        return customer.id(send);
    }

    IdColumn decisions() {
        return decision;
    }

    String offer(int send) {
        return offer.word(send);
    }

    String channel(int send) {
        return channel.word(send);
    }

    List<String> channels() {
        return channel.words();
    }

    CategoryColumn offers() {
        return offer;
    }

    OffsetDateTime sendAt(int send) {
        return sendAt.at(send);
    }

    OffsetDateTime expiresAt(int send) {
        return expiresAt.at(send);
    }

    int[] timeRanks() {
        return sendAt.ranks();
    }

    BigDecimal value(int send) {
        return money(value[send]);
    }

    BigDecimal cost(int send) {
        return money(cost[send]);
    }

    Send send(int send, Optional<ZoneId> zone, Optional<String> address) {
        return new Send(
                decision.id(send),
                customer.id(send),
                offer.word(send),
                channel.word(send),
                sendAt.at(send),
                expiresAt.at(send),
                zone,
                address,
                money(value[send]),
                money(cost[send]),
                uplift[send],
                orderProbability[send],
                propensity[send]);
    }

    private static BigDecimal money(double amount) {
        return BigDecimal.valueOf(amount).setScale(MICRO_DIGITS, RoundingMode.HALF_UP);
    }

    private IdColumn distinct() {
        IdIndex index = new IdIndex(customer);
        IdColumn.Builder builder = new IdColumn.Builder("customer");
        int[] number = new int[sends];
        Arrays.fill(number, IdIndex.ABSENT);
        int known = 0;
        for (int send = 0; send < customerOf.length; send++) {
            int first = index.find(customer, send);
            if (number[first] == IdIndex.ABSENT) {
                builder.add(customer.id(send));
                number[first] = known++;
            }
            customerOf[send] = number[first];
        }
        return builder.build();
    }
}
