package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.rules.SlotsLeft;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.SegmentNames;
import dev.marginal.scenarios.loading.AudienceParts;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * What the parts of an audience say of a day together.
 *
 * @param customers of all parts
 * @param columns of everyone's book, in its order
 * @param caps the caps that can bind for somebody: the rules that a plan keeps beside the
 *     campaign's own
 * @param heldOut how many customers each holdout holds out
 */
public record WholeDay(
        long customers, List<SegmentNames> columns, List<PartTold.Slot> caps, long[] heldOut)
        implements Serializable {
    /** As one machine numbers what is left of a cap: the fewest first, plenty last. */
    private static final Comparator<String> ORDER = Comparator.comparingInt(WholeDay::number);

    public WholeDay {
        columns = List.copyOf(columns);
        caps = List.copyOf(caps);
    }

    /**
     * Puts together what all parts say, in their order.
     *
     * @throws dev.marginal.tables.BadInput with every word of the campaign file that the audience
     *     does not bear out
     */
    public static WholeDay of(CampaignFile file, List<PartTold> parts) {
        List<SegmentNames> columns =
                new ArrayList<>(
                        AudienceParts.together(
                                file, parts.stream().map(PartTold::audience).toList()));
        List<PartTold.Slot> caps = new ArrayList<>();
        for (int cap = 0; cap < parts.get(0).slots().size(); cap++) {
            PartTold.Slot slot = parts.get(0).slots().get(cap);
            SegmentNames left = slot.left();
            for (PartTold part : parts) {
                left = left.and(part.slots().get(cap).left(), ORDER);
            }
            if (Slots.binds(left.names())) {
                columns.add(left);
                caps.add(new PartTold.Slot(slot.cap(), slot.offers(), left));
            }
        }
        return new WholeDay(
                parts.stream().mapToLong(PartTold::customers).sum(), columns, caps, heldOut(parts));
    }

    /** All that a plan keeps. */
    public Rules rules(CampaignFile file) {
        return file.rules().and(caps.stream().map(WholeDay::rule).toList());
    }

    private static SlotsLeft rule(PartTold.Slot cap) {
        return new SlotsLeft(cap.cap(), new Scope.Of(cap.offers()), cap.left().column());
    }

    private static int number(String left) {
        return left.equals(SlotsLeft.PLENTY) ? Integer.MAX_VALUE : Integer.parseInt(left);
    }

    private static long[] heldOut(List<PartTold> parts) {
        long[] sums = new long[parts.get(0).heldOut().length];
        for (PartTold part : parts) {
            Arrays.setAll(sums, holdout -> sums[holdout] + part.heldOut()[holdout]);
        }
        return sums;
    }
}
