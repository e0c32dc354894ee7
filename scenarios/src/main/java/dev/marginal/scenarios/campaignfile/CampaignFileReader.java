package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.Rules;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Objective;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import dev.marginal.tables.Source;
import dev.marginal.uplift.LearnerSettings;
import dev.marginal.uplift.learners.Learners;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/** Reads {@code campaign.yml} and tells every problem of it at once. */
public final class CampaignFileReader {
    /** The most that a whole plan may spend. */
    static final double MOST_MONEY = 1e12;

    /** What messages say of such an amount. */
    static final String MONEY = "must be an amount of money from 0 to a trillion, such as 2500.00";

    private static final double MOST_COST = 1e8;
    private static final String COST =
            "must be an amount of money from 0 to 100 million, such as 0.05";
    private static final int MOST_OFFERS = 64;
    private static final Pattern WORDS =
            Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._+&-]{0,63}");

    private static final String DEFAULT_LEARNER = "x";
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final String file;
    private final Path folder;
    private final Section root;
    private final Problems problems;

    private CampaignFileReader(String file, Path folder, Section root, Problems problems) {
        this.file = file;
        this.folder = folder;
        this.root = root;
        this.problems = problems;
    }

    /**
     * Reads a campaign file.
     *
     * @throws BadInput with every problem of the file
     */
    public static CampaignFile read(Path path) {
        String file = path.getFileName().toString();
        Problems problems = new Problems();
        if (!(tree(path, file, problems) instanceof Node.Mapping mapping)) {
            throw new BadInput(
                    Problem.of(
                            file,
                            "must be keys with values",
                            "Start with a line such as: campaign: spring-sale."));
        }
        Path folder = path.toAbsolutePath().normalize().getParent();
        Section root = new Section(file, "", mapping, problems);
        return new CampaignFileReader(file, folder, root, problems).campaign(path);
    }

    private static Node tree(Path path, String file, Problems problems) {
        try {
            return YamlTree.read(file, new StringReader(Files.readString(path)), problems);
        } catch (CharacterCodingException notText) {
            throw new BadInput(
                    Problem.of(file, "must be UTF-8 text", "Save it as UTF-8 and try again."));
        } catch (IOException unreadable) {
            if (!Files.isRegularFile(path)) {
                throw new BadInput(
                        Problem.of(
                                path.toString(),
                                "is not a file",
                                "Give the path of a campaign file, such as examples/first-plan/campaign.yml."));
            }
            throw new UncheckedIOException(unreadable);
        }
    }

    private CampaignFile campaign(Path path) {
        String name = name();
        String currency = currency();
        ZoneId zone = timeZone();
        CampaignFile.HistoryColumns history = history();
        CampaignFile.AudienceColumns audience = audience();
        List<CampaignOffer> offers = offers();
        Objective objective = objective();
        Budget budget = budget();
        Rules rules = rules(offers);
        String learner = learner();
        long seed = root.whole("seed", 0).orElse(LearnerSettings.defaults().seed());
        root.noOtherKeys();
        problems.throwIfAny();
        return new CampaignFile(
                path, name, currency, zone, history, audience, learner, seed, offers, objective,
                budget, rules);
    }

    private String name() {
        String name = root.text("campaign", "campaign: spring-sale");
        if (!name.isEmpty() && !NAME.matcher(name).matches()) {
            root.wrong(
                    "campaign",
                    name,
                    "must be up to 64 letters, digits, dots, dashes and underscores",
                    "It becomes the name of a folder.");
        }
        return name;
    }

    private String currency() {
        String currency = root.text("currency", "currency: USD");
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(one -> one.getCurrencyCode().equals(currency));
        if (!currency.isEmpty() && !known) {
            root.wrong(
                    "currency",
                    currency,
                    "must be a currency's three letters",
                    "Such as USD, EUR or SGD.");
        }
        return currency;
    }

    private ZoneId timeZone() {
        String zone = root.optionalText("time_zone").orElse("UTC");
        try {
            return ZoneId.of(zone);
        } catch (DateTimeException unknown) {
            root.wrong("time_zone", zone, "must be a time zone", "Such as Asia/Singapore or UTC.");
            return ZoneId.of("UTC");
        }
    }

    private CampaignFile.HistoryColumns history() {
        Section section =
                root.section(
                        "history",
                        "history: {file: history.csv, treatment: arm, control: none, gmv: spend}");
        CampaignFile.HistoryColumns history =
                new CampaignFile.HistoryColumns(
                        source(section, "history"),
                        section.optionalText("customer"),
                        section.text(
                                "treatment",
                                "treatment: arm, the column that says what each row got"),
                        section.text(
                                "control", "control: none, the word of the rows that got nothing"),
                        section.text("gmv", "gmv: spend, the column of what each row bought"),
                        section.optionalText("propensity"),
                        section.optionalText("weight"),
                        section.words("ignore"),
                        section.words("categories"));
        requireOneRoleEach(section, history);
        section.noOtherKeys();
        return history;
    }

    private static void requireOneRoleEach(Section section, CampaignFile.HistoryColumns history) {
        List<String> columns = new ArrayList<>(List.of(history.treatment(), history.gmv()));
        history.customer().ifPresent(columns::add);
        history.propensity().ifPresent(columns::add);
        history.weight().ifPresent(columns::add);
        columns.addAll(history.categories());
        columns.addAll(history.ignore());
        columns.stream()
                .filter(column -> !column.isEmpty() && Collections.frequency(columns, column) > 1)
                .distinct()
                .forEach(
                        column ->
                                section.wrong(
                                        "treatment",
                                        column,
                                        "must have one role only, but stands under several keys of history",
                                        "Name each column once."));
    }

    private CampaignFile.AudienceColumns audience() {
        Section section =
                root.section("audience", "audience: {file: audience.csv, customer: customer_id}");
        CampaignFile.AudienceColumns audience =
                new CampaignFile.AudienceColumns(
                        source(section, "audience"),
                        section.text(
                                "customer",
                                "customer: customer_id, the column of the customers' ids"),
                        section.words("ignore"));
        section.noOtherKeys();
        return audience;
    }

    private Source source(Section section, String key) {
        Optional<String> pattern = section.optionalText("file");
        Optional<String> sql = section.optionalText("sql");
        if (pattern.isPresent() && sql.isPresent()) {
            section.wrong("sql", "and file", "must not both be given", "Keep one of the two.");
        } else if (!section.has("file") && !section.has("sql")) {
            section.missing("file", "file: %s.csv, or sql: select …".formatted(key));
        }
        return sql.isPresent()
                ? new Source.Query(folder, key + ".sql", sql.get())
                : new Source.Files(folder, pattern.orElse("-"));
    }

    private List<CampaignOffer> offers() {
        String example = "{offer: push, treatment: push, channel: push, cost_per_send: 0.01}";
        List<CampaignOffer> offers = new ArrayList<>();
        for (Section section : root.sections("offers", example)) {
            String id = plainWord(section, "offer", "offer: push");
            String treatment =
                    section.text(
                            "treatment",
                            "treatment: push, the arm of the history that got this offer");
            String channel = plainWord(section, "channel", "channel: push");
            double perSend = cost(section, "cost_per_send").orElse(0);
            double perOrder = cost(section, "cost_per_order").orElse(0);
            section.noOtherKeys();
            if (offers.stream().anyMatch(other -> other.offer().id().equals(id)) && !id.isEmpty()) {
                section.wrong("offer", id, "must be unique", "Another offer has the same id.");
            } else if (!id.isEmpty() && !treatment.isEmpty() && !channel.isEmpty()) {
                offers.add(new CampaignOffer(new Offer(id, channel), treatment, perSend, perOrder));
            }
        }
        if (offers.size() > MOST_OFFERS) {
            root.wrong(
                    "offers",
                    offers.size() + " offers",
                    "must be at most %d".formatted(MOST_OFFERS),
                    "Maybe plan some of them in a campaign of their own.");
        }
        if (!root.has("offers") || (offers.isEmpty() && problems.isEmpty())) {
            root.missing("offers", "offers: [%s]".formatted(example));
        }
        return offers;
    }

    private Objective objective() {
        String objective =
                root.has("objective")
                        ? root.word("objective", List.of("gmv", "profit"), "objective: gmv")
                        : "gmv";
        OptionalDouble margin = root.number("margin", 0, 1, "must be a share between 0 and 1");
        boolean profit = objective.equals("profit");
        if (profit && !root.has("margin")) {
            root.missing("margin", "margin: 0.3, the share of GMV that objective: profit counts");
        }
        if (!profit && root.has("margin")) {
            root.wrong(
                    "margin",
                    root.scalarText("margin"),
                    "has no effect on objective: gmv",
                    "Maybe set objective: profit.");
        }
        return profit ? new Objective.Profit(margin.orElse(1)) : new Objective.Gmv();
    }

    private Budget budget() {
        if ("unlimited".equals(root.scalarText("budget"))) {
            root.optionalText("budget");
            return Budget.unlimited();
        }
        OptionalDouble amount = root.number("budget", 0, MOST_MONEY, MONEY);
        if (!root.has("budget")) {
            root.missing("budget", "budget: 20000.00, or budget: unlimited");
        }
        return new Budget(amount);
    }

    private static OptionalDouble cost(Section section, String key) {
        return section.number(key, 0, MOST_COST, COST);
    }

    /** A word that stands in files and on screens as it is. */
    private static String plainWord(Section section, String key, String example) {
        String word = section.text(key, example);
        if (!word.isEmpty() && !WORDS.matcher(word).matches()) {
            section.wrong(
                    key,
                    word,
                    "must be up to 64 letters, digits, spaces and . _ + & -, the first a letter or digit",
                    "It stands in files that other programs read.");
        }
        return word;
    }

    private Rules rules(List<CampaignOffer> offers) {
        RuleCatalog.Vocabulary words =
                RuleCatalog.Vocabulary.of(offers.stream().map(CampaignOffer::offer).toList());
        List<Section> sentences =
                root.sections("rules", "{rule: contact_limit, channel: any, at_most: 1}");
        if (offers.isEmpty()) {
            return new Rules(List.of());
        }
        return new Rules(
                sentences.stream()
                        .flatMap(sentence -> RuleCatalog.read(sentence, words).stream())
                        .toList());
    }

    private String learner() {
        return root.has("learner")
                ? root.word("learner", Learners.names(), "learner: x")
                : DEFAULT_LEARNER;
    }
}
