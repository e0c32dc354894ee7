package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Rules;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.Learning;
import dev.marginal.scenarios.Lifecycle;
import dev.marginal.scenarios.Objective;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Problems;
import dev.marginal.uplift.LearnerSettings;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code campaign.yml} and tells every problem of it at once. */
public final class CampaignFileReader {
    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,63}");

    private final Path folder;
    private final Section root;
    private final Problems problems;
    private final Asked asked = new Asked();

    private CampaignFileReader(Path folder, Section root, Problems problems) {
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
        Problems problems = new Problems();
        Section root =
                YamlFile.read(
                        path,
                        path.getFileName().toString(),
                        "campaign: spring-sale",
                        "a campaign file, such as examples/first-plan/campaign.yml",
                        problems);
        Path folder = path.toAbsolutePath().normalize().getParent();
        return new CampaignFileReader(folder, root, problems).campaign(path);
    }

    /**
     * Reads the text of a campaign file that nobody has written yet.
     *
     * @param path where it belongs
     * @throws BadInput with every problem of the text
     */
    public static CampaignFile read(Path path, String text) {
        Problems problems = new Problems();
        String name = path.getFileName().toString();
        Section root = YamlFile.read(text, name, "campaign: spring-sale", problems);
        Path folder = path.toAbsolutePath().normalize().getParent();
        return new CampaignFileReader(folder, root, problems).campaign(path);
    }

    private CampaignFile campaign(Path path) {
        String name = name();
        String currency = currency();
        ZoneId zone = timeZone();
        TableSections tables = new TableSections(root, folder);
        CampaignFile.HistoryColumns history = tables.history();
        CampaignFile.AudienceColumns audience = tables.audience();
        Optional<Lifecycle> lifecycle = new LifecycleKeys(root, folder).lifecycle(history);
        DailyKeys day = new DailyKeys(root, folder, zone, problems);
        boolean learntCosts = history.cost().isPresent();
        List<CampaignOffer> offers =
                new OfferSections(root, asked, learntCosts, day.exemptCounts()).offers();
        GoalKeys goal = new GoalKeys(root, folder);
        Objective objective = goal.objective();
        Budget budget = goal.budget(offers, learntCosts);
        AllocatorSettings search = goal.search();
        List<Section> sentences =
                root.sections("rules", "{rule: contact_limit, channel: any, at_most: 1}");
        Rules rules = rules(sentences, offers);
        Daily daily = day.daily(name, sentences.stream().filter(DailyKeys::isCap).toList(), offers);
        Learning learning = new LearningKeys(root).learning();
        long seed = root.whole("seed", 0).orElse(LearnerSettings.defaults().seed());
        root.noOtherKeys();
        problems.throwIfAny();
        return new CampaignFile(
                path,
                name,
                currency,
                zone,
                history,
                audience,
                learning,
                seed,
                offers,
                objective,
                budget,
                rules,
                asked.words(),
                search,
                daily,
                lifecycle);
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

    private Rules rules(List<Section> sentences, List<CampaignOffer> offers) {
        Vocabulary words = Vocabulary.of(offers);
        if (offers.isEmpty()) {
            return new Rules(List.of());
        }
        return new Rules(
                sentences.stream()
                        .filter(sentence -> !DailyKeys.isCap(sentence))
                        .flatMap(
                                sentence ->
                                        RuleCatalog.read(new Sentence(sentence, words, asked))
                                                .stream())
                        .toList());
    }
}
