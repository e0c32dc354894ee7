package dev.marginal.app.cli;

import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.Neighbour;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.scenarios.words.PriceWords;
import dev.marginal.scenarios.words.Words;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** A plan on one screen, for a marketer with ten seconds. */
final class SummaryPage {
    private static final int MOST_LIMITS = 12;

    private final PlannedCampaign planned;
    private final LocalDate date;
    private final PlanFolder.Publication publication;
    private final Path place;
    private final CampaignFile file;
    private final SendPlan sends;
    private final Words words;

    SummaryPage(PlannedCampaign planned, LocalDate date, PlanFolder.Publication publication) {
        this(planned, date, publication, publication.folder());
    }

    /**
     * A plan that lies elsewhere than it would be published.
     *
     * @param place where it would be
     */
    SummaryPage(
            PlannedCampaign planned,
            LocalDate date,
            PlanFolder.Publication publication,
            Path place) {
        this.planned = planned;
        this.date = date;
        this.publication = publication;
        this.place = place;
        this.file = planned.file();
        this.sends = planned.plan().sends();
        this.words = new Words(file.currency());
    }

    String text() {
        return alarm()
                + String.join(
                        "\n",
                        "",
                        "%s, %s: %,d customers"
                                .formatted(
                                        file.campaign(),
                                        date,
                                        planned.audience().customers().rows()),
                        "",
                        new Headline(planned, words).text(),
                        "",
                        binding(),
                        "",
                        neighbours(),
                        "",
                        new NotSentWords(publication.folder(), words).text(),
                        "",
                        ending());
    }

    private String alarm() {
        return new RandomisationWords(planned.model().fit().randomisation())
                .alarm().stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private String binding() {
        PriceWords prices = new PriceWords(planned.plan(), words);
        List<LimitUse> binding = sends.limits().stream().filter(PriceWords::isTold).toList();
        if (binding.isEmpty()) {
            return "What binds: nothing";
        }
        int width =
                binding.stream()
                        .limit(MOST_LIMITS)
                        .mapToInt(use -> use.limit().name().length())
                        .max()
                        .getAsInt();
        List<String> lines = new ArrayList<>(List.of("What binds"));
        binding.stream()
                .limit(MOST_LIMITS)
                .forEach(
                        use ->
                                lines.add(
                                        Headline.line(
                                                Math.max(Headline.WIDTH, width),
                                                use.limit().name(),
                                                prices.price(use))));
        if (binding.size() > MOST_LIMITS) {
            lines.add(
                    "  and %,d more: see limits in plan.json"
                            .formatted(binding.size() - MOST_LIMITS));
        }
        return String.join("\n", lines);
    }

    private String neighbours() {
        String head =
                "%-38s %18s %14s %12s"
                        .formatted(
                                "Beside it, as the model sees it",
                                file.objective().told(),
                                "spend",
                                "sends");
        return head
                + planned.neighbours().stream()
                        .map(this::neighbour)
                        .collect(Collectors.joining("\n", "\n", ""));
    }

    private String neighbour(Neighbour neighbour) {
        boolean bound = neighbour.kind() == Neighbour.Kind.BOUND;
        return "  %-36s %18s %14s %12s"
                .formatted(
                        neighbour.name(),
                        words.amount(neighbour.value()),
                        bound ? "" : words.amount(neighbour.spend()),
                        bound ? "" : "%,d".formatted(neighbour.sends()))
                .stripTrailing();
    }

    private String ending() {
        String audited = "audited, %d claims hold".formatted(publication.audit().claims().size());
        if (!place.equals(publication.folder())) {
            return "Nothing was written; %s would be published (%s)%s"
                    .formatted(
                            place,
                            audited,
                            Files.exists(place) ? ", but something stands there already" : "");
        }
        String published =
                publication.unchanged()
                        ? "%s already holds this very plan (%s)"
                        : "%s is published (%s)";
        return published.formatted(publication.folder(), audited);
    }
}
