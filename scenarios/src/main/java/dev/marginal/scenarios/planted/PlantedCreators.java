package dev.marginal.scenarios.planted;

import dev.marginal.tables.BadInput;
import dev.marginal.tables.Column;
import dev.marginal.tables.Requires;
import dev.marginal.tables.Table;
import dev.marginal.tables.duckdb.TableFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A platform's creators, who publish and sell goods of merchants, with a log of what they
 * published, an experiment with incentives, and merchants who bear a part of one of them.
 *
 * <p>Planted: creators publish as Pareto/NBD says, and what each video sells is as Gamma-Gamma
 * says. Within two weeks a cash bonus brings one more video from those who publish seldom, and
 * costs its 15 whether or not the video would have come anyway; a traffic boost makes what they
 * publish sell 30 % more, and costs 3; a commission top-up makes it sell 25 % more, brings a video
 * now and then, and costs 12 % of what is sold. Creators who have stopped publish less often for a
 * bonus, and nothing for the rest.
 *
 * @param seed of everything drawn
 * @param historyRows creators of the experiment
 * @param audienceRows creators to plan for, whose videos stand in the log
 */
public record PlantedCreators(long seed, int historyRows, int audienceRows) {
    private static final PlantedLives.Kind CREATORS = new PlantedLives.Kind(1.1, 14, .8, 180, 60);
    private static final List<String> NICHES = List.of("beauty", "fashion", "food", "gadgets");
    private static final List<Incentive> INCENTIVES = List.of(Incentive.values());
    private static final int WINDOW = 14;
    private static final double MONTH = 30.4;
    private static final double BONUS = 15;
    private static final double TRAFFIC = 3;
    private static final double COMMISSION = .12;
    private static final double STOPPED = .6;
    private static final double BUDGET_PER_CREATOR = 2;
    private static final double BOOSTS_PER_CREATOR = .3;
    private static final int THOUSANDS_A_BOOST = 20;
    private static final double CALLED_BACK = .1;
    private static final PlantedPeople<Creator> PEOPLE =
            new PlantedPeople<>(
                    CREATORS, PlantedCreators::draw, Creator::life, PlantedCreators::known);
    private static final PlantedPeople.Files FILES =
            new PlantedPeople.Files("k", "videos.csv", List.of("creator", "published", "sold"));

    /** What is offered: what it brings besides, and how much better videos sell. */
    private enum Incentive {
        NONE,
        CASH,
        BOOST,
        TOP_UP;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        double sellsMore() {
            return this == BOOST ? 1.3 : this == TOP_UP ? 1.25 : 1;
        }

        /** What it costs, whoever pays it. */
        double cost(double chanceOfVideo, double sold) {
            return switch (this) {
                case NONE -> 0;
                case CASH -> BONUS * chanceOfVideo;
                case BOOST -> TRAFFIC;
                case TOP_UP -> COMMISSION * sold;
            };
        }
    }

    /** A merchant with the share of creators who sell its goods, and its budget for each of all. */
    private record Merchant(String name, double until, double perCreator) {}

    private static final List<Merchant> MERCHANTS =
            List.of(
                    new Merchant("aurora", .30, .80),
                    new Merchant("birch", .55, .10),
                    new Merchant("cedar", .75, .15),
                    new Merchant("dune", .90, .05));

    /** A creator, the niche, and the merchant whose goods they sell; {@code null} for none. */
    private record Creator(PlantedLife life, String niche, String merchant) {
        /** How likely one more video is. */
        double extraVideos(Incentive incentive) {
            if (incentive == Incentive.TOP_UP) {
                return life.hasStopped() ? 0 : .08;
            }
            double aMonth = life.visits().size() / Math.max(1, life.daysSinceFirst() / MONTH);
            double seldom = Math.exp(-aMonth / 2);
            return incentive == Incentive.CASH
                    ? .35 * seldom * (life.hasStopped() ? STOPPED : 1)
                    : 0;
        }

        double sells(Incentive incentive) {
            double anyway = life.hasStopped() ? 0 : life.brings(WINDOW);
            double more = extraVideos(incentive) * life.mean();
            return incentive.sellsMore() * (anyway + more);
        }

        double costs(Incentive incentive) {
            double anyway = life.hasStopped() ? 0 : life.comesBackWithin(WINDOW);
            double any = 1 - (1 - anyway) * (1 - extraVideos(incentive));
            return incentive.cost(any, sells(incentive));
        }
    }

    public PlantedCreators {
        Requires.positive(historyRows, "history rows");
        Requires.positive(audienceRows, "audience rows");
    }

    /**
     * Writes {@code videos.csv}, {@code history.csv.gz}, {@code audience.csv}, {@code truth.csv}
     * and {@code campaign.yml}, all of them or none.
     *
     * @param name the campaign's
     * @throws BadInput if the folder is there already and not empty
     */
    public void write(String name, Path folder) {
        PlantedFolder.fill(
                folder,
                draft -> {
                    TableFiles.write(history(), draft.resolve("history.csv.gz"));
                    PEOPLE.writeAudience(
                            draft,
                            FILES,
                            seed,
                            audienceRows,
                            creators ->
                                    List.of(
                                            PlantedColumns.words(
                                                    "merchant", creators, Creator::merchant)),
                            PlantedCreators::truth);
                    Files.writeString(draft.resolve("campaign.yml"), campaignFile(name));
                });
    }

    private Table history() {
        return PEOPLE.history(
                seed,
                historyRows,
                INCENTIVES,
                PlantedCreators::sold,
                results -> {
                    double[] cost = new double[historyRows];
                    for (int row = 0; row < historyRows; row++) {
                        double gmv = results.gmv()[row];
                        Incentive given = results.arms().get(row);
                        cost[row] = PlantedLives.cents(given.cost(gmv > 0 ? 1 : 0, gmv));
                    }
                    return List.of(
                            PlantedColumns.words("incentive", results.words(Incentive::word)),
                            PlantedColumns.money("gmv", results.gmv()),
                            PlantedColumns.money("cost", cost));
                });
    }

    private static double sold(PlantedLives lives, Creator creator, Incentive incentive) {
        double sum =
                lives.after(creator.life, WINDOW).stream()
                        .mapToDouble(PlantedLives.Visit::amount)
                        .sum();
        boolean more = lives.random.nextDouble() < creator.extraVideos(incentive);
        double all = more ? sum + lives.amount(creator.life.mean()) : sum;
        return PlantedLives.cents(incentive.sellsMore() * all);
    }

    private static Creator draw(PlantedLives lives) {
        PlantedLife life = lives.draw();
        String niche = NICHES.get(lives.random.nextInt(NICHES.size()));
        double place = lives.random.nextDouble();
        String merchant =
                MERCHANTS.stream()
                        .filter(one -> place < one.until)
                        .map(Merchant::name)
                        .findFirst()
                        .orElse(null);
        return new Creator(life, niche, merchant);
    }

    /** What a platform knows of its creators. */
    private static List<Column> known(String letter, List<Creator> creators) {
        return List.of(
                PlantedColumns.ids("creator", letter, creators.size()),
                PlantedColumns.words("niche", creators, Creator::niche),
                PlantedColumns.numbers("videos", creators, one -> one.life.visits().size()),
                PlantedColumns.numbers(
                        "days_since_video", creators, one -> one.life.daysSinceLast()),
                PlantedColumns.numbers(
                        "days_since_first", creators, one -> one.life.daysSinceFirst()),
                PlantedColumns.numbers("sold_a_video", creators, one -> one.life.meanSoFar()));
    }

    private static List<Column> truth(List<Creator> creators) {
        List<Column> columns = new ArrayList<>();
        columns.add(PlantedColumns.ids("creator", FILES.letter(), creators.size()));
        columns.add(
                PlantedColumns.words(
                        "stopped", creators, one -> one.life.hasStopped() ? "yes" : "no"));
        for (Incentive incentive : INCENTIVES.subList(1, INCENTIVES.size())) {
            columns.add(
                    PlantedColumns.money(
                            "uplift." + incentive.word(),
                            creators,
                            one -> one.sells(incentive) - one.sells(Incentive.NONE)));
            columns.add(
                    PlantedColumns.money(
                            "cost." + incentive.word(), creators, one -> one.costs(incentive)));
        }
        return columns;
    }

    private String campaignFile(String name) {
        return """
               # Simulated by `marginal simulate --creators`: no row is a real person or firm. What each incentive truly brings and costs stands in truth.csv.
               campaign: %s
               currency: USD
               history:
                 file: history.csv.gz       # %,d creators of a past campaign, each given an incentive, or none, at random
                 customer: creator
                 treatment: incentive
                 control: none
                 gmv: gmv                   # what was sold through each in the two weeks after
                 cost: cost                 # what the incentive came to, whoever paid it
               learner: decomposed          # by default three learners are tried, which takes about four times as long
               audience: {file: audience.csv, customer: creator}
               lifecycle:                   # where each creator stands, from what they published
                 purchases: {file: videos.csv, customer: creator, time: published, amount: sold}
               offers:
                 - {offer: cash,   treatment: cash,   channel: bonus}
                 - {offer: boost,  treatment: boost,  channel: traffic, amounts: {impressions: %d}}   # thousands
                 - {offer: top_up, treatment: top_up, channel: commission, co_funded: 0.6}           # merchants pay 60 %% of it
               objective: gmv
               budget: %.2f                 # what the platform itself pays
               rules:
                 - {rule: contact_limit, channel: any, at_most: 1}
                 - {rule: amount_cap,    amount: impressions, at_most: %d}
                 - {rule: co_funding,    by: merchant, max_spend: {%s}}
                 - {rule: minimum_reach, where: "stage in ('at risk', 'dormant')", min_sends: %d}
               """
                .formatted(
                        name,
                        historyRows,
                        THOUSANDS_A_BOOST,
                        BUDGET_PER_CREATOR * audienceRows,
                        Math.round(THOUSANDS_A_BOOST * BOOSTS_PER_CREATOR * audienceRows),
                        budgets(),
                        Math.round(CALLED_BACK * audienceRows));
    }

    private String budgets() {
        return String.join(
                ", ",
                MERCHANTS.stream()
                        .map(one -> one.name + ": " + Math.round(one.perCreator * audienceRows))
                        .toList());
    }
}
