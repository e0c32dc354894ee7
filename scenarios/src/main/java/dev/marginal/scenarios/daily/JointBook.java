package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Measure;
import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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

    JointBook(Crowd crowd) {
        this.customers = crowd.customers();
    }

    /**
     * Adds a campaign.
     *
     * @param open its book, with closed gates
     * @param kept its rules
     * @param mostSpend of the campaign, in currency; infinite for no budget
     */
    void add(CampaignDay campaign, OfferBook open, Rules kept, double mostSpend) {
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
        rules.add(scoped.rule(kept));
        if (!Double.isInfinite(mostSpend)) {
            Scope scope = scope(campaign);
            rules.add(
                    terms ->
                            Stream.of(
                                    Limit.spend(
                                            prefix + "budget", terms.offersIn(scope), mostSpend)));
        }
        campaigns.add(campaign);
    }

    /**
     * Bits of all offers by the crowd's customers, as bits of each campaign's own offers by the
     * customers of its audience.
     */
    long[][] byAudience(long[] bits) {
        long[][] own = new long[campaigns.size()][];
        int first = 0;
        for (int number = 0; number < own.length; number++) {
            int[] place = campaigns.get(number).place();
            int count = campaigns.get(number).file().offers().size();
            own[number] = new long[place.length];
            for (int row = 0; row < place.length; row++) {
                own[number][row] = bits[place[row]] >>> first & ~(-1L << count);
            }
            first += count;
        }
        return own;
    }

    /** The book, with more columns over the whole crowd. */
    OfferBook book(List<Segmentation> more) {
        List<Segmentation> all = new ArrayList<>(columns);
        all.addAll(more);
        return new OfferBook(
                offers, value.toArray(float[][]::new), cost.toArray(float[][]::new), all, padded());
    }

    /** Of each campaign over its own offers. */
    Rules rules() {
        return new Rules(rules);
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

    /** A campaign's offers. */
    static Scope scope(CampaignDay campaign) {
        return new Scope.Of(
                campaign.file().offers().stream()
                        .map(offer -> prefix(campaign) + offer.offer().id())
                        .toList());
    }

    static String prefix(CampaignDay campaign) {
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
