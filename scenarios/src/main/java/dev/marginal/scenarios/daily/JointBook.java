package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactCap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * All offers of a day's campaigns in one book over all their customers, so that they compete for
 * what is left of shared caps, value against value.
 *
 * <p>Every name is prefixed by its campaign's. An offer is closed to customers outside of its
 * campaign's audience. Each campaign keeps its own budget and rules over its own offers; a cap that
 * several campaigns have limits all their offers together. The joint plan only decides who gets
 * contested slots: each campaign is planned again alone, exactly, around the others' sends.
 */
final class JointBook {
    private final int customers;
    private final List<Offer> offers = new ArrayList<>();
    private final List<float[]> value = new ArrayList<>();
    private final List<float[]> cost = new ArrayList<>();
    private final List<Segmentation> columns = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<CampaignDay> campaigns = new ArrayList<>();
    private final List<Allowances> allowances = new ArrayList<>();

    JointBook(Crowd crowd) {
        this.customers = crowd.customers();
    }

    /**
     * Adds a campaign.
     *
     * @param open its book, with closed gates
     * @param mostSpend of the campaign, in currency; infinite for no budget
     */
    void add(CampaignDay campaign, OfferBook open, Allowances left, double mostSpend) {
        int first = offers.size();
        String prefix = prefix(campaign);
        for (int offer = 0; offer < open.offers().size(); offer++) {
            Offer own = open.offers().get(offer);
            offers.add(new Offer(prefix + own.id(), own.channel()));
            value.add(spread(open.value()[offer], campaign.place(), Float.NaN));
            cost.add(spread(open.cost()[offer], campaign.place(), 0));
        }
        ScopedRules scoped = new ScopedRules(prefix, first, open);
        for (Segmentation column : open.segmentations()) {
            columns.add(scoped.column(column, campaign.place(), customers));
        }
        measures.addAll(scoped.measures(open.measures(), campaign.place(), customers));
        rules.add(scoped.rule(campaign.file().rules()));
        if (!Double.isInfinite(mostSpend)) {
            Scope own = new Scope.Of(ids(campaign));
            rules.add(
                    terms ->
                            Stream.of(
                                    Limit.spend(
                                            prefix + "budget", terms.offersIn(own), mostSpend)));
        }
        campaigns.add(campaign);
        allowances.add(left);
    }

    /** The first offer's number of each campaign. */
    int[] firsts() {
        int[] firsts = new int[campaigns.size()];
        for (int number = 1; number < firsts.length; number++) {
            firsts[number] = firsts[number - 1] + campaigns.get(number - 1).file().offers().size();
        }
        return firsts;
    }

    OfferBook book() {
        addSlots();
        return new OfferBook(
                offers,
                value.toArray(float[][]::new),
                cost.toArray(float[][]::new),
                columns,
                padded());
    }

    /** After {@link #book}. */
    Rules rules() {
        return new Rules(rules);
    }

    private void addSlots() {
        Set<ContactCap> caps = new LinkedHashSet<>();
        campaigns.forEach(one -> caps.addAll(one.caps()));
        for (ContactCap cap : caps) {
            List<String> limited = new ArrayList<>();
            for (int number = 0; number < campaigns.size(); number++) {
                int own = allowances.get(number).caps().indexOf(cap);
                if (own >= 0) {
                    String prefix = prefix(campaigns.get(number));
                    Slots.offers(campaigns.get(number), allowances.get(number), own)
                            .forEach(offer -> limited.add(prefix + offer));
                }
            }
            Slots.add(cap.id(), limited, Slots.least(cap, allowances, customers), columns, rules);
        }
    }

    private List<Measure> padded() {
        return measures.stream()
                .map(
                        measure ->
                                new Measure(
                                        measure.name(),
                                        ScopedRules.padded(
                                                measure.amount(), offers.size(), customers)))
                .toList();
    }

    private static List<String> ids(CampaignDay campaign) {
        return campaign.file().offers().stream()
                .map(offer -> prefix(campaign) + offer.offer().id())
                .toList();
    }

    private static String prefix(CampaignDay campaign) {
        return campaign.file().campaign() + "/";
    }

    static float[] spread(float[] own, int[] place, int customers, float elsewhere) {
        float[] all = new float[customers];
        Arrays.fill(all, elsewhere);
        for (int row = 0; row < own.length; row++) {
            all[place[row]] = own[row];
        }
        return all;
    }

    private float[] spread(float[] own, int[] place, float elsewhere) {
        return spread(own, place, customers, elsewhere);
    }
}
