package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.rules.SlotsLeft;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactCap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What is left of caps, as columns of a book and the rules that speak of them.
 *
 * @param columns one for each cap that can bind
 * @param rules in the columns' order
 */
record Slots(List<Segmentation> columns, List<Rule> rules) {
    private static final String COLUMN = "left of cap ";

    /** The slots of one campaign, by the customers of its audience, of caps that can bind. */
    static Slots of(CampaignDay campaign, Allowances allowances) {
        return ofAll(campaign, allowances).binding();
    }

    /** The same of all caps, whether they can bind for any of these customers or not. */
    static Slots ofAll(CampaignDay campaign, Allowances allowances) {
        Slots all = new Slots(new ArrayList<>(), new ArrayList<>());
        for (int cap = 0; cap < allowances.caps().size(); cap++) {
            List<String> offers = offers(campaign, allowances, cap);
            byte[] left = allowances.left()[cap];
            byte[] own = new byte[campaign.place().length];
            for (int row = 0; row < own.length; row++) {
                own[row] = left[campaign.place()[row]];
            }
            ofCap(allowances.caps().get(cap).id(), offers, own).addTo(all.columns, all.rules);
        }
        return all;
    }

    /** Those of caps that can bind for anyone. */
    Slots binding() {
        List<Segmentation> binding = new ArrayList<>();
        List<Rule> bound = new ArrayList<>();
        for (int cap = 0; cap < rules.size(); cap++) {
            if (binds(columns.get(cap).names())) {
                binding.add(columns.get(cap));
                bound.add(rules.get(cap));
            }
        }
        return new Slots(binding, bound);
    }

    /** Whether a cap that leaves so many sends stands against anything. */
    static boolean binds(List<String> left) {
        return left.stream().anyMatch(one -> !one.equals(SlotsLeft.PLENTY));
    }

    /** The offers of a campaign that a cap limits. */
    static List<String> offers(CampaignDay campaign, Allowances allowances, int cap) {
        return campaign.file().offers().stream()
                .filter(offer -> allowances.limits(cap, offer.message()))
                .map(offer -> offer.offer().id())
                .toList();
    }

    /** Adds a column and its rule, where the cap may bind for anyone. */
    static void add(
            String cap,
            List<String> offers,
            byte[] left,
            List<Segmentation> columns,
            List<Rule> rules) {
        ofCap(cap, offers, left).binding().addTo(columns, rules);
    }

    private void addTo(List<Segmentation> otherColumns, List<Rule> otherRules) {
        otherColumns.addAll(columns);
        otherRules.addAll(rules);
    }

    /** Nothing for a cap of no offer. */
    private static Slots ofCap(String cap, List<String> offers, byte[] left) {
        if (offers.isEmpty()) {
            return new Slots(List.of(), List.of());
        }
        boolean[] occurs = new boolean[offers.size() + 1];
        for (byte slots : left) {
            occurs[Math.min(slots, offers.size())] = true;
        }
        int[] values = IntStream.range(0, occurs.length).filter(value -> occurs[value]).toArray();
        int[] number = new int[occurs.length];
        for (int i = 0; i < values.length; i++) {
            number[values[i]] = i;
        }
        int[] code = new int[left.length];
        for (int row = 0; row < code.length; row++) {
            code[row] = number[Math.min(left[row], offers.size())];
        }
        List<String> names =
                Arrays.stream(values)
                        .mapToObj(
                                value ->
                                        value == offers.size()
                                                ? SlotsLeft.PLENTY
                                                : String.valueOf(value))
                        .toList();
        return new Slots(
                List.of(new Segmentation(COLUMN + cap, names, code)),
                List.of(new SlotsLeft(cap, new Scope.Of(offers), COLUMN + cap)));
    }

    /** What is left of a cap that several campaigns have: the least that any of them leaves. */
    static byte[] least(ContactCap cap, List<Allowances> all, int customers) {
        byte[] least = new byte[customers];
        Arrays.fill(least, Allowances.PLENTY);
        for (Allowances one : all) {
            int number = one.caps().indexOf(cap);
            for (int customer = 0; number >= 0 && customer < customers; customer++) {
                least[customer] = (byte) Math.min(least[customer], one.left()[number][customer]);
            }
        }
        return least;
    }
}
