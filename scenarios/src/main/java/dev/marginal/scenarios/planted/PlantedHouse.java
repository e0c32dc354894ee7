package dev.marginal.scenarios.planted;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A house of two campaigns in one planted world, to be planned day after day: vouchers by e-mail
 * and news by push to the same customers, with contact caps, quiet hours, consents, a suppression
 * list, holdouts and exploration.
 *
 * @param campaign whose history, audience and truth both share
 * @param seed of zones, addresses and consents
 * @param from the first of the fourteen days on which both campaigns run
 */
public record PlantedHouse(PlantedCampaign campaign, long seed, LocalDate from) {
    private static final List<String> ZONES =
            List.of("America/New_York", "Asia/Singapore", "Europe/Berlin");
    private static final double UNKNOWN_ZONE = 0.1;
    private static final double SHARES_ADDRESS = 0.03;
    private static final double NO_ADDRESS = 0.05;
    private static final double AGREED = 0.9;
    private static final double SUPPRESSED = 0.01;
    private static final double VOUCHERS_PER_CUSTOMER = 1.6;
    private static final int DAYS = 14;
    private static final double NEWS_PER_CUSTOMER = 0.03;

    /**
     * Writes {@code contacts.yml}, {@code people.csv}, {@code suppressed.csv}, {@code
     * vouchers.yml}, {@code news.yml}, and the history, audience and truth of both.
     *
     * <p>All of them are written, or none.
     *
     * @throws BadInput if the folder is there already and not empty
     */
    public void write(Path folder) {
        PlantedFolder.fill(
                folder,
                draft -> {
                    PlantedFiles.writeTables(campaign, draft);
                    writePeople(draft);
                    Files.writeString(draft.resolve("contacts.yml"), contacts());
                    Files.writeString(draft.resolve("vouchers.yml"), vouchers());
                    Files.writeString(draft.resolve("news.yml"), news());
                });
    }

    private void writePeople(Path folder) {
        int rows = campaign.audienceRows();
        SplittableRandom random = new SplittableRandom(seed);
        String[] zone = new String[rows];
        String[] email = new String[rows];
        String[] emailAgreed = new String[rows];
        String[] pushAgreed = new String[rows];
        List<String> suppressed = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            zone[row] =
                    random.nextDouble() < UNKNOWN_ZONE
                            ? null
                            : ZONES.get(random.nextInt(ZONES.size()));
            boolean shares = row > 0 && random.nextDouble() < SHARES_ADDRESS;
            String own = PlantedColumns.id("c", row) + "@example.org";
            email[row] = random.nextDouble() < NO_ADDRESS ? null : shares ? email[row - 1] : own;
            emailAgreed[row] = random.nextDouble() < AGREED ? "yes" : "no";
            pushAgreed[row] = random.nextDouble() < AGREED ? "yes" : "no";
            if (email[row] != null && random.nextDouble() < SUPPRESSED) {
                suppressed.add(email[row]);
            }
        }
        Table people =
                new Table(
                        "people.csv",
                        rows,
                        List.of(
                                PlantedColumns.ids("customer_id", "c", rows),
                                PlantedColumns.words("tz", zone),
                                PlantedColumns.words("email", email),
                                PlantedColumns.words("email_ok", emailAgreed),
                                PlantedColumns.words("push_ok", pushAgreed)));
        TableFiles.write(people, folder.resolve("people.csv"));
        String[] list = suppressed.stream().distinct().toArray(String[]::new);
        TableFiles.write(
                new Table(
                        "suppressed.csv",
                        list.length,
                        List.of(PlantedColumns.words("email", list))),
                folder.resolve("suppressed.csv"));
    }

    /** Push goes out when it is morning or night elsewhere, so that quiet hours matter. */
    private static String contacts() {
        return """
                # Simulated by `marginal simulate --daily`: no row is a real person.
                time_zone: Asia/Singapore      # where a customer's is unknown
                customers: {file: people.csv, customer: customer_id, time_zone: tz, address: {email: email}, consent: {email: email_ok, push: push_ok}}
                suppressed: [{file: suppressed.csv, address: email, channels: [email]}]
                holdout: {share: 0.05, salt: house-2026}
                caps:
                  - {cap: weekly, channel: any, at_most: 2, per: 7 days}
                  - {cap: push_daily, channel: push, at_most: 1, per: day, zone: customer}
                  - {cap: promos, tag: promo, at_most: 2, per: month, zone: customer}
                  - {cap: email_gap, channel: email, gap: 40 hours}
                send_times: {email: "09:00", push: {at: "18:00", zone: campaign}}
                quiet_hours: [{channels: [push], from: "21:00", until: "08:00", then: wait}]
                expires_after: 20 hours
                """;
    }

    private String vouchers() {
        return """
                campaign: vouchers
                currency: USD
                time_zone: Asia/Singapore
                contacts: contacts.yml
                learner: x
                %s
                offers:
                  - {offer: coupon_5,  treatment: coupon_5,  channel: email, cost_per_send: 0.01, cost_per_order: 5.00, family: coupon, face_value: 5, tags: [promo]}
                  - {offer: coupon_10, treatment: coupon_10, channel: email, cost_per_send: 0.01, cost_per_order: 10.00, family: coupon, face_value: 10, tags: [promo]}
                objective: gmv
                budget: %.2f                 # for all days of the flight
                flight: {from: %s, until: %s}
                holdout: {share: 0.05, salt: vouchers}
                exploration: {share: 0.04, salt: vouchers-explore}
                rules:
                  - {rule: contact_limit, channel: email, at_most: 1}
                """
                .formatted(
                        history(), VOUCHERS_PER_CUSTOMER * campaign.audienceRows(), from, until());
    }

    private String news() {
        return """
                campaign: news
                currency: USD
                time_zone: Asia/Singapore
                contacts: contacts.yml
                learner: x
                %s
                offers:
                  - {offer: push, treatment: push, channel: push, cost_per_send: 0.01}
                objective: gmv
                budget: %.2f                   # for all days of the flight
                flight: {from: %s, until: %s}
                """
                .formatted(history(), NEWS_PER_CUSTOMER * campaign.audienceRows(), from, until());
    }

    private LocalDate until() {
        return from.plusDays(DAYS - 1L);
    }

    private static String history() {
        return """
                history: {file: history.csv.gz, customer: customer_id, treatment: arm, control: none, gmv: gmv}
                audience: {file: audience.csv, customer: customer_id}""";
    }
}
