package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.contacts.AllowanceCalculator;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.contacts.Message;
import dev.marginal.scenarios.contacts.PastSends;
import dev.marginal.scenarios.contacts.SendStatus;
import dev.marginal.scenarios.contacts.Timetable;
import dev.marginal.tables.Execution;
import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.SortedMap;

/**
 * The campaigns of a day around one table: each sees what was sent before, what is reserved, and
 * what the others send today as far as it is decided.
 */
final class Together {
    private static final int NOBODY = -1;

    private final House house;
    private final List<CampaignDay> campaigns;
    private final Past.Sends past;
    private final List<PastSends> standing;
    private final Execution execution;
    private final SortedMap<String, BitSet> standingBack;
    private final long[][] sent;

    /**
     * Nothing is decided yet.
     *
     * @param past of the house's crowd
     * @param standing what each campaign's plan reserves that is to be superseded: until then, its
     *     sends count for the campaigns that are published before
     */
    Together(
            House house,
            List<CampaignDay> campaigns,
            Past.Sends past,
            List<PastSends> standing,
            Execution execution) {
        this.house = house;
        this.campaigns = campaigns;
        this.past = past;
        this.standing = List.copyOf(standing);
        this.execution = execution;
        this.standingBack = house.standingBack(campaigns);
        this.sent = new long[campaigns.size()][];
    }

    /** Back to when sends matter to any of the campaigns. */
    static Instant since(List<CampaignDay> campaigns) {
        return campaigns.stream()
                .map(one -> AllowanceCalculator.since(one.caps(), one.timetable()))
                .min(Instant::compareTo)
                .orElse(Instant.MAX);
    }

    /**
     * What a campaign may send.
     *
     * @param allowances by the crowd's customers
     * @param gates by the audience's
     * @param reserved by published plans and by the others, by the crowd's
     */
    record View(Allowances allowances, Gates gates, PastSends reserved) {}

    /** What a campaign may send, given all that is decided of the others. */
    View view(int number) {
        CampaignDay campaign = campaigns.get(number);
        List<ContactCap> caps = campaign.caps();
        Timetable timetable = campaign.timetable();
        PastSends reserved = caps.isEmpty() ? past.reserved() : withOthers(number, number + 1);
        Allowances allowances =
                caps.isEmpty()
                        ? Allowances.none(timetable.messages().size(), house.crowd().customers())
                        : AllowanceCalculator.allowances(
                                caps, timetable, both(past.sent(), reserved), execution);
        Gates gates = new GateKeeper(campaign, house.people(), standingBack, allowances).gates();
        return new View(allowances, gates, reserved);
    }

    /** All that was sent, is reserved, or is decided of today; not what is to be superseded. */
    PastSends known() {
        return both(past.sent(), withOthers(NOBODY, standing.size()));
    }

    SortedMap<String, BitSet> standingBack() {
        return standingBack;
    }

    /** Decides, or decides anew, what a campaign sends: bits of offers by the audience. */
    void decide(int number, long[] sends) {
        sent[number] = sends;
    }

    private PastSends withOthers(int number, int firstStanding) {
        SendsBuilder sends = new SendsBuilder(house.crowd().customers());
        sends.addAll(past.reserved());
        standing.subList(firstStanding, standing.size()).forEach(sends::addAll);
        for (int other = 0; other < sent.length; other++) {
            if (other != number && sent[other] != null) {
                add(campaigns.get(other), sent[other], sends);
            }
        }
        return sends.build();
    }

    private static PastSends both(PastSends sent, PastSends reserved) {
        if (reserved.at().length == 0) {
            return sent;
        }
        SendsBuilder sends = new SendsBuilder(sent.customers());
        sends.addAll(sent);
        sends.addAll(reserved);
        return sends.build();
    }

    private static void add(CampaignDay campaign, long[] bits, SendsBuilder sends) {
        List<Message> messages = campaign.timetable().messages();
        int[] kinds =
                messages.stream()
                        .map(
                                one ->
                                        new PastSends.Kind(
                                                one,
                                                SendStatus.PLANNED,
                                                campaign.file().campaign(),
                                                0))
                        .mapToInt(sends::number)
                        .toArray();
        for (int row = 0; row < bits.length; row++) {
            int customer = campaign.place()[row];
            for (long left = bits[row]; left != 0; left &= left - 1) {
                int offer = Long.numberOfTrailingZeros(left);
                sends.add(customer, campaign.timetable().at(offer, customer), kinds[offer]);
            }
        }
    }
}
