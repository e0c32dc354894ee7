package dev.marginal.scenarios.campaignfile;

import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Segment;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.whatif.Change;
import dev.marginal.scenarios.whatif.changes.Aim;
import dev.marginal.scenarios.whatif.changes.CapDropped;
import dev.marginal.scenarios.whatif.changes.Excluding;
import dev.marginal.scenarios.whatif.changes.Haircut;
import dev.marginal.scenarios.whatif.changes.HoldOut;
import dev.marginal.scenarios.whatif.changes.LimitDropped;
import dev.marginal.scenarios.whatif.changes.LimitSet;
import dev.marginal.scenarios.whatif.changes.Only;
import dev.marginal.scenarios.whatif.changes.RuleAdded;
import dev.marginal.scenarios.whatif.changes.Without;
import dev.marginal.tables.Suggestion;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;

/** The keys of one scenario. A new change is its record and a method here. */
final class ChangeKeys {
    private static final double MOST_MONEY = 1e12;
    private static final double MOST_ERRORS = 10;

    private final Section section;
    private final CampaignFile campaign;
    private final Path folder;
    private final Vocabulary words;
    private final Asked asked;
    private final List<Change> changes = new ArrayList<>();

    ChangeKeys(Section section, CampaignFile campaign, Path folder, Asked asked) {
        this.section = section;
        this.campaign = campaign;
        this.folder = folder;
        this.words = Vocabulary.of(campaign.offers());
        this.asked = asked;
    }

    /** The changes, in the order of these lines. */
    List<Change> changes() {
        new BudgetWords(section, campaign.budget()).change().ifPresent(changes::add);
        objective();
        costs();
        without();
        segments();
        drop();
        limits();
        rules();
        holdout();
        haircut();
        changes.addAll(new PlanChangeKeys(section, folder).changes());
        section.noOtherKeys();
        if (changes.isEmpty() && section.problems() == 0) {
            section.missing("budget", "budget: +20%, or another change");
        }
        return changes;
    }

    private void objective() {
        new AimKeys(section, campaign.objective())
                .aim()
                .ifPresent(aim -> changes.add(new Aim(aim)));
    }

    private void costs() {
        for (Section cost : section.sections("costs", "{of: coupon, per_order: 2}")) {
            String of = offerOrChannel(cost, "of", cost.text("of", "of: coupon"));
            new CostChangeKeys(cost).change(of).ifPresent(changes::add);
        }
    }

    private void without() {
        for (String what : list("without")) {
            if (!offerOrChannel(section, "without", what).isEmpty()) {
                changes.add(new Without(what));
            }
        }
    }

    private String offerOrChannel(Section where, String key, String what) {
        List<String> known =
                Stream.concat(words.offers().stream(), words.channels().stream())
                        .distinct()
                        .toList();
        if (!what.isEmpty() && !known.contains(what)) {
            where.wrong(
                    key,
                    what,
                    "must be an offer or a channel: " + String.join(", ", known),
                    Suggestion.didYouMean(what, known));
            return "";
        }
        return what;
    }

    private void segments() {
        Sentence sentence = new Sentence(section, words, asked);
        Segment only = sentence.where("only");
        if (!only.isEveryone()) {
            changes.add(new Only(only, section.scalarText("only")));
        }
        Segment without = sentence.where("exclude");
        if (!without.isEveryone()) {
            changes.add(new Excluding(without, section.scalarText("exclude")));
        }
    }

    private void drop() {
        CapChangeKeys caps = new CapChangeKeys(section, campaign);
        list("drop")
                .forEach(
                        name ->
                                changes.add(
                                        caps.isCap(name)
                                                ? new CapDropped(name)
                                                : new LimitDropped(name)));
        changes.addAll(caps.changes());
    }

    private void limits() {
        String example = "{limit: \"channel push, sends\", at_most: 5000}";
        for (Section limit : section.sections("limits", example)) {
            String name = limit.text("limit", "limit: \"channel push, sends\"");
            OptionalDouble most =
                    limit.number("at_most", -MOST_MONEY, MOST_MONEY, "must be a number");
            if (!limit.has("at_most")) {
                limit.missing("at_most", "at_most: 5000");
            }
            limit.noOtherKeys();
            if (list("drop").contains(name)) {
                limit.wrong("limit", name, "is dropped as well", "Keep one of the two.");
            }
            if (!name.isEmpty() && most.isPresent()) {
                changes.add(new LimitSet(name, most.getAsDouble()));
            }
        }
    }

    private void rules() {
        for (Section rule : section.sections("rules", "{rule: minimum_roi, at_least: 2}")) {
            if (DailyKeys.isCap(rule)) {
                new CapChangeKeys(section, campaign).rule(rule).ifPresent(changes::add);
                continue;
            }
            Optional<Rule> read = RuleCatalog.read(new Sentence(rule, words, asked));
            read.ifPresent(added -> changes.add(new RuleAdded(added, written(rule, "rule"))));
        }
    }

    /** A section as it was written, key by key. */
    static String written(Section section, String first) {
        StringBuilder text = new StringBuilder(section.scalarText(first).replace('_', ' '));
        for (String key : section.keys()) {
            if (!key.equals(first) && section.scalarText(key) != null) {
                text.append(' ')
                        .append(key.replace('_', ' '))
                        .append(' ')
                        .append(section.scalarText(key));
            }
        }
        return text.toString();
    }

    private void haircut() {
        section.number(
                        "haircut",
                        0,
                        MOST_ERRORS,
                        "must be a number of standard errors from 0 to 10")
                .ifPresent(errors -> changes.add(new Haircut(errors)));
        boolean future =
                changes.stream()
                        .filter(Aim.class::isInstance)
                        .map(aim -> ((Aim) aim).objective())
                        .findFirst()
                        .orElse(campaign.objective())
                        .countsFuture();
        if (future && section.has("haircut")) {
            section.wrong(
                    "haircut",
                    section.scalarText("haircut"),
                    "cannot be taken from objective: value: the experiment knows how unsure the window's GMV is, and nothing of what comes later",
                    "Maybe say objective: gmv as well.");
        }
    }

    private void holdout() {
        section.share("holdout").ifPresent(share -> changes.add(new HoldOut(share.doubleValue())));
    }

    /** One word, or a list of them. */
    private List<String> list(String key) {
        return section.holdsItems(key)
                ? section.words(key)
                : section.optionalText(key).map(List::of).orElse(List.of());
    }
}
