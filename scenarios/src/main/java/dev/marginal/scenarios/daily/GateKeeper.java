package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.NotSent;
import dev.marginal.scenarios.NotSent.Code;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.people.AddressBook;
import dev.marginal.scenarios.people.Reach;
import dev.marginal.tables.Requires;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.IntStream;

/** Closes gates of one campaign, for the first reason that holds, in the order of their codes. */
final class GateKeeper {
    private static final int OPEN = 0;

    private final CampaignDay campaign;
    private final Optional<AddressBook> people;
    private final SortedMap<String, BitSet> standingBack;
    private final Allowances allowances;
    private final List<NotSent> reasons = new ArrayList<>();
    private final Map<NotSent, Integer> numbers = new HashMap<>();

    GateKeeper(
            CampaignDay campaign,
            Optional<AddressBook> people,
            SortedMap<String, BitSet> standingBack,
            Allowances allowances) {
        this.campaign = campaign;
        this.people = people;
        this.standingBack = standingBack;
        this.allowances = allowances;
    }

    /** By the campaign's offers and the customers of its audience. */
    Gates gates() {
        List<Message> messages = campaign.timetable().messages();
        byte[][] reason = new byte[messages.size()][];
        for (int offer = 0; offer < reason.length; offer++) {
            reason[offer] = reasons(offer, messages.get(offer));
        }
        return new Gates(reasons, reason);
    }

    private byte[] reasons(int offer, Message message) {
        int[] place = campaign.place();
        Optional<Reach> reach = people.map(book -> book.reach(message.channel()));
        BitSet back = standingBack.getOrDefault(message.channel(), new BitSet());
        int[] emptyCaps = caps(message);
        byte[] found = new byte[place.length];
        for (int row = 0; row < found.length; row++) {
            int customer = place[row];
            int why = held(customer);
            why = why == OPEN && reach.isPresent() ? unreachable(reach.get(), customer) : why;
            why = why == OPEN ? shared(back, customer) : why;
            why = why == OPEN ? late(campaign.timetable().at(offer, customer)) : why;
            why = why == OPEN ? capped(offer, customer, emptyCaps) : why;
            found[row] = (byte) why;
        }
        return found;
    }

    private int held(int customer) {
        return campaign.heldOut().contains(customer)
                ? number(Code.HOLDOUT, campaign.heldOut().of(customer).name())
                : OPEN;
    }

    private int unreachable(Reach reach, int customer) {
        if (!reach.address().get(customer)) {
            return number(Code.NO_ADDRESS, "");
        }
        if (!reach.consent().get(customer)) {
            return number(Code.NO_CONSENT, "");
        }
        return reach.suppressed().get(customer) ? number(Code.SUPPRESSED, "") : OPEN;
    }

    private int shared(BitSet standingBack, int customer) {
        return standingBack.get(customer) || campaign.sharers().get(customer)
                ? number(Code.DUPLICATE_ADDRESS, "")
                : OPEN;
    }

    private int late(long at) {
        if (Timetable.goesOut(at)) {
            return OPEN;
        }
        return number(at == Timetable.QUIET ? Code.QUIET_HOURS : Code.EXPIRED, "");
    }

    private int capped(int offer, int customer, int[] caps) {
        byte blocked = allowances.blockedBy()[offer][customer];
        if (blocked != Allowances.FREE) {
            return number(Code.CAP, allowances.caps().get(blocked).id());
        }
        for (int cap : caps) {
            if (allowances.left()[cap][customer] == 0) {
                return number(Code.CAP, allowances.caps().get(cap).id());
            }
        }
        return OPEN;
    }

    /** The caps that limit a message. */
    private int[] caps(Message message) {
        return IntStream.range(0, allowances.caps().size())
                .filter(cap -> allowances.limits(cap, message))
                .toArray();
    }

    private int number(Code code, String rule) {
        NotSent reason = new NotSent(code, rule);
        Integer known = numbers.get(reason);
        if (known == null) {
            reasons.add(reason);
            known = reasons.size();
            Requires.require(known <= Byte.MAX_VALUE, "reasons", known, "at most 127");
            numbers.put(reason, known);
        }
        return known;
    }
}
