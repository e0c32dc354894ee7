package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.planning.CustomerKinds;
import dev.marginal.scenarios.planning.Forecaster;
import dev.marginal.scenarios.planning.OpenDay;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.Execution;
import dev.marginal.tables.TableReader;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What offers are worth and who may get them, under every brief that was asked for lately. What a
 * brief does not change is shared with the campaign as it is: arrays of closed offers apart, no
 * value is held twice.
 */
final class Books {
    private static final int KEPT = 4;

    private final Valued campaign;
    private final BookKey everyday;
    private final GivenPlans plans;
    private final Closings closings;
    private final Optional<Today> today;
    private Forecaster forecaster;
    private final Remembered<Wanted, Asked> books = new Remembered<>(KEPT);
    private final Remembered<Sorted, CustomerKinds> kinds = new Remembered<>(KEPT);

    Books(Valued valued, TableReader reader, Execution execution, Optional<Today> today) {
        this.campaign = valued;
        this.everyday = BookKey.of(Brief.of(valued.file()));
        this.plans = new GivenPlans(valued.audience().ids(), valued.offers(), reader);
        this.closings = new Closings(valued.audience().ids(), execution);
        this.today = today;
    }

    /**
     * The customers of a brief.
     *
     * @param valued by its offers' costs and its objective
     * @param open to whom its offers are open, with all that its rules speak of
     * @param day what the day leaves open; empty where the campaign knows of no day
     * @param forecaster of plans for these customers
     */
    record Asked(Valued valued, OfferBook open, Optional<OpenDay> day, Forecaster forecaster) {
        /** The rules of a file, and those of the day. */
        Rules rules(CampaignFile file) {
            return file.rules().and(rulesOfDay());
        }

        /** None where the campaign knows of no day. */
        List<Rule> rulesOfDay() {
            return day.map(OpenDay::rules).orElse(List.of());
        }
    }

    /** What a book depends on: what is known of the customers, and the brief. */
    private record Wanted(List<String> columns, BookKey key) {}

    /**
     * The book of a brief.
     *
     * @param valued the campaign's customers, with every column that the brief speaks of
     */
    Asked of(Brief brief, Valued valued) {
        BookKey key = BookKey.of(brief);
        List<String> columns =
                valued.offers().segmentations().stream().map(Segmentation::column).toList();
        return books.of(new Wanted(columns, key), () -> make(brief, key, valued));
    }

    /**
     * The kinds of a brief's customers by all that its rules, and those of every day, ask of them:
     * most briefs ask nothing more. Where there is no day, all offers are open to all whom a brief
     * leaves any, so that one sorting serves every book.
     */
    CustomerKinds kinds(Asked asked, Rules rules) {
        boolean daily = asked.day().isPresent();
        OfferBook sorted = daily ? asked.open() : asked.valued().offers();
        Terms terms = Terms.of(asked.open());
        List<Limit> limits =
                Stream.of(campaign.file().rules(), rules)
                        .flatMap(all -> all.limits(terms))
                        .distinct()
                        .toList();
        Set<Object> questions = new HashSet<>();
        for (Limit limit : limits) {
            if (limit instanceof Limit.Shared shared) {
                shared.parts().forEach(part -> questions.add(part.where()));
            } else {
                questions.add(limit);
            }
        }
        return kinds.of(
                new Sorted(daily ? sorted : sorted.segmentations(), Set.copyOf(questions)),
                () -> CustomerKinds.of(sorted, Rules.of(any -> limits.stream())));
    }

    /**
     * What the kinds of customers depend on: their book, or its columns alone where all is open,
     * and what limits ask of them.
     */
    private record Sorted(Object customers, Set<Object> limits) {}

    GivenPlans plans() {
        return plans;
    }

    private Asked make(Brief brief, BookKey key, Valued valued) {
        requireDayForCaps(brief.file());
        Valued own = key.valuesAs(everyday) ? valued : valued.with(brief.file(), brief.doubt());
        Optional<OpenDay> day = today.map(one -> one.under(brief.file().daily()));
        OfferBook opened = day.map(one -> one.open(own.offers())).orElse(own.offers());
        OfferBook open = closings.close(opened, brief);
        OfferBook measured = brief.churn().map(churn -> measured(open, churn)).orElse(open);
        return new Asked(own, measured, day, forecaster().with(own));
    }

    /** Caps look at other days: where there is none, a changed one would change nothing. */
    private void requireDayForCaps(CampaignFile file) {
        boolean same = file.daily().allCaps().equals(campaign.file().daily().allCaps());
        if (today.isEmpty() && !same) {
            throw new ImpossibleChange(
                    "A contact cap counts the sends of other days, and %s is planned for no day. Maybe limit the plan itself with {rule: contact_limit, channel: any, at_most: 1}, or ask on a day, with --store and --date."
                            .formatted(file.campaign()));
        }
    }

    private synchronized Forecaster forecaster() {
        if (forecaster == null) {
            forecaster = Forecaster.of(campaign);
        }
        return forecaster;
    }

    /**
     * What a send adds to the distance from another plan: one where that has it not, else minus
     * one.
     */
    private OfferBook measured(OfferBook book, Brief.Churn churn) {
        long[] other = plans.sends(churn.plan());
        float[][] distance = new float[book.offers().size()][book.customers()];
        for (int offer = 0; offer < distance.length; offer++) {
            for (int customer = 0; customer < distance[offer].length; customer++) {
                boolean there = (other[customer] >> offer & 1) == 1;
                distance[offer][customer] = there ? -1 : 1;
            }
        }
        List<Measure> measures = new ArrayList<>(book.measures());
        measures.add(new Measure(Departure.MEASURE, distance));
        return book.with(book.segmentations(), measures);
    }
}
