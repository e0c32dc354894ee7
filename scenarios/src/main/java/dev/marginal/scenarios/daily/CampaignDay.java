package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.ContactPolicy;
import dev.marginal.scenarios.contacts.CustomerZones;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.scenarios.contacts.TimetableMaker;
import dev.marginal.scenarios.holdout.HeldOut;
import dev.marginal.scenarios.people.Reach;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.tables.Execution;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.List;

/**
 * One campaign of a day, before caps are asked. Whatever is by customer is by the crowd's, but for
 * {@code valued}.
 *
 * @param valued its audience, scored and valued
 * @param place {@code [customer of the audience]}: the customer's place in the crowd
 * @param policy when and how often customers may be contacted
 * @param timetable when its messages go out
 * @param heldOut who is held out of it
 * @param sharers who shares an address with somebody held out of it, and is not held out
 */
record CampaignDay(
        Valued valued,
        int[] place,
        ContactPolicy policy,
        Timetable timetable,
        HeldOut heldOut,
        BitSet sharers) {
    static CampaignDay of(
            Valued valued, int number, House house, LocalDate date, Execution execution) {
        CampaignFile file = valued.file();
        ContactPolicy policy = file.daily().policy(file.timeZone());
        Timetable timetable =
                TimetableMaker.timetable(
                        policy,
                        date,
                        file.offers().stream().map(CampaignOffer::message).toList(),
                        house.zones());
        HeldOut heldOut = HeldOut.of(file.daily().holdouts(), house.crowd().ids(), execution);
        return new CampaignDay(
                valued,
                house.crowd().places().get(number),
                policy,
                timetable,
                heldOut,
                sharers(heldOut, house));
    }

    CampaignFile file() {
        return valued.file();
    }

    /** The house's caps and the campaign's own. */
    List<ContactCap> caps() {
        return file().daily().allCaps();
    }

    /** Adds the customers of the audience whom the campaign may reach over a channel. */
    void addCandidates(Reach reach, BitSet candidates) {
        for (int customer : place) {
            if (!heldOut.contains(customer) && !sharers.get(customer) && reach.mayReach(customer)) {
                candidates.set(customer);
            }
        }
    }

    /** Who is held out, by the audience's customers. */
    HeldOut heldOutOfAudience() {
        byte[] by = new byte[place.length];
        for (int customer = 0; customer < by.length; customer++) {
            by[customer] = heldOut.by()[place[customer]];
        }
        return new HeldOut(heldOut.holdouts(), by);
    }

    /** When messages go out, by the audience's customers. */
    Timetable timetableOfAudience() {
        short[] code = new short[place.length];
        for (int customer = 0; customer < code.length; customer++) {
            code[customer] = timetable.zones().code()[place[customer]];
        }
        return new Timetable(
                timetable.messages(),
                new CustomerZones(timetable.zones().zones(), code),
                timetable.at());
    }

    /** When messages would go out on another day, by the crowd's customers. */
    Timetable timetableOn(LocalDate date) {
        return TimetableMaker.timetable(policy, date, timetable.messages(), timetable.zones());
    }

    private static BitSet sharers(HeldOut heldOut, House house) {
        BitSet held = new BitSet(heldOut.by().length);
        for (int customer = 0; customer < heldOut.by().length; customer++) {
            held.set(customer, heldOut.contains(customer));
        }
        if (held.isEmpty() || house.people().isEmpty()) {
            return new BitSet();
        }
        BitSet sharers = house.people().get().withSharers(held);
        sharers.andNot(held);
        return sharers;
    }
}
