package dev.marginal.scenarios.drafting;

import dev.marginal.boosting.FeatureSpec;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.loading.Audience;
import dev.marginal.scenarios.loading.HistoryLoader;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import dev.marginal.tables.TableReader;
import dev.marginal.uplift.CampaignHistory;
import dev.marginal.uplift.Leak;
import dev.marginal.uplift.soundness.Leaks;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Drafts the campaign file of some tables.
 *
 * @param file where the draft belongs
 * @param reader reads the draft's tables back
 */
public record Drafter(
        Tables tables, Path file, TableReader reader, Execution execution, Progress progress) {
    /** What is worth asking a person, in this order. */
    public static final List<Wish> ASKED =
            List.of(
                    Wish.TREATMENT,
                    Wish.CONTROL,
                    Wish.OUTCOME,
                    Wish.CUSTOMER,
                    Wish.CURRENCY,
                    Wish.COST_PER_SEND,
                    Wish.BUDGET);

    /**
     * What to ask, after all that is known already.
     *
     * @return empty where there is nothing to ask
     * @throws BadInput if what is known cannot be
     */
    public Optional<Question> question(Wish wish, Wishes known) {
        return known.of(wish).isPresent()
                ? Optional.empty()
                : new Questions(tables).question(wish, known);
    }

    /**
     * A draft that runs as it stands: it is read back with its tables before it is handed out.
     * Features that give the outcome or the treatment away are left out.
     *
     * @throws BadInput if something cannot be guessed, or with every problem of the tables
     */
    public Draft draft(Wishes wishes) {
        Guess guess = new Guesser(tables).guess(wishes);
        try {
            return withoutLeaks(guess, wishes);
        } catch (BadInput refused) {
            Optional<ColumnGuess> time =
                    wishes.of(Wish.TIME).isPresent()
                            ? Optional.empty()
                            : guess.all(Role.TIME).stream().findFirst();
            if (time.isEmpty() || !isAbout(time.get(), refused)) {
                throw refused;
            }
            return withoutLeaks(guess.without(List.of(noTime(time.get()))), wishes);
        }
    }

    private static boolean isAbout(ColumnGuess time, BadInput refused) {
        return refused.problems().stream()
                .allMatch(problem -> time.column().equals(problem.value()));
    }

    private static ColumnGuess noTime(ColumnGuess time) {
        return new ColumnGuess(
                time.column(),
                Role.LEFT_OUT,
                "dates that cannot be cut into blocks with every arm",
                "");
    }

    private Draft withoutLeaks(Guess guess, Wishes wishes) {
        CampaignHistory history = readBack(text(guess, wishes));
        List<ColumnGuess> leaks =
                Leaks.in(history, execution).stream().map(leak -> leak(leak, history)).toList();
        if (leaks.isEmpty() || leaks.size() == guess.features().size()) {
            return draft(guess, wishes);
        }
        Guess rest = guess.without(leaks);
        readBack(text(rest, wishes));
        return draft(rest, wishes);
    }

    private static ColumnGuess leak(Leak leak, CampaignHistory history) {
        String what =
                leak.ofOutcome()
                        ? "who buys"
                        : "who got '%s'".formatted(history.armName(leak.arm()));
        return new ColumnGuess(
                leak.feature(),
                Role.LEFT_OUT,
                "it tells %s in %.0f of 100 pairs".formatted(what, 100 * leak.area()),
                "probably not known before the treatment");
    }

    /** The draft's history, once all tables could be read as the draft says. */
    private CampaignHistory readBack(String text) {
        progress.begins("Reading the tables as the draft says");
        CampaignFile read = CampaignFileReader.read(file, text);
        CampaignHistory history = HistoryLoader.load(read, reader);
        List<FeatureSpec> features =
                history.customers().features().stream().map(FeatureSpec::of).toList();
        Audience.load(read, features, reader);
        return history;
    }

    private String text(Guess guess, Wishes wishes) {
        return new DraftText(tables, guess, wishes, campaign(wishes), folder()).text();
    }

    private Draft draft(Guess guess, Wishes wishes) {
        Terms terms = new Terms(tables, guess, wishes);
        List<String> doubts = new ArrayList<>(guess.doubts());
        if (tables.audience().isEmpty()) {
            doubts.add(
                    "audience: no table of customers to plan for was given, so that the history's own are planned for.");
        }
        if (!terms.learnsCosts() && !terms.costPerSend().doubt().isEmpty()) {
            doubts.add("cost_per_send: %s.".formatted(terms.costPerSend().doubt()));
        }
        if (!terms.currency().doubt().isEmpty()) {
            doubts.add("currency: %s.".formatted(terms.currency().doubt()));
        }
        if (!terms.budget().doubt().isEmpty()) {
            doubts.add("budget: %s.".formatted(terms.budget().doubt()));
        }
        String audience =
                tables.audience().map(table -> table.source().name()).orElse(tables.name());
        return new Draft(
                file,
                text(guess, wishes),
                tables.name(),
                tables.history().rows(),
                audience,
                terms.customers(),
                guess,
                doubts);
    }

    private Path folder() {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    private String campaign(Wishes wishes) {
        return wishes.of(Wish.CAMPAIGN)
                .orElseGet(
                        () -> {
                            String folder = String.valueOf(folder().getFileName());
                            String plain =
                                    folder.replaceAll("[^A-Za-z0-9._-]+", "-")
                                            .replaceAll("^[^A-Za-z0-9]+", "");
                            return plain.isEmpty()
                                    ? "campaign"
                                    : plain.substring(0, Math.min(64, plain.length()));
                        });
    }
}
