package dev.marginal.scenarios.daily;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.OfferSet;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Terms;
import dev.marginal.scenarios.Gates;
import dev.marginal.scenarios.contacts.Allowances;
import dev.marginal.scenarios.contacts.ContactCap;
import dev.marginal.scenarios.days.CapAhead;
import dev.marginal.scenarios.days.DaysAhead;
import dev.marginal.scenarios.days.FlightBudget;
import dev.marginal.scenarios.days.LookAhead;
import dev.marginal.scenarios.days.Today;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * Plans today's campaigns together with what they, and campaigns that begin later, may send on the
 * days in view.
 *
 * <p>Which contact to make today and which to keep is a question of prices, but of a customer's
 * own: the last slot of the week is worth what the best later message would bring that it makes
 * room for. No such price stands in the book, as it is not the same for any two customers. Instead
 * the later messages stand there, as offers of later days under the same caps and budgets, and the
 * plan of all of them says who waits ({@link LookAhead}). What waits is then closed today, like a
 * gate, with its reason and what it forgoes; so today's own plan is again the best of what is open,
 * and its bound is proven and audited as ever.
 *
 * <p>What is assumed of later days, since nobody knows them:
 *
 * <ul>
 *   <li>their audience, values and costs are today's ({@link LaterOffers} says how sure that is);
 *   <li>a message of one offer is sent to a customer once in each of a few blocks of days;
 *   <li>a campaign runs on the days of its flight; one without a flight runs today;
 *   <li>whatever closes an offer to a customer today does so later, but for caps, of which is known
 *       what they will leave on each day of all that was sent before today;
 *   <li>a budget's part for the days in view is in proportion to their number.
 * </ul>
 *
 * <p>Where a day later is as good as today, the money of a flight is worth the same on all of its
 * days, and any division of it is as good as another. This plan only says at what price it is spent
 * best over the days in view, which contacts are worth that price today, and so what today needs
 * ({@link Spending#paced}). So that guesses do no harm, today gets an even part of what is left at
 * most.
 */
final class AheadPlan {
    private final House house;
    private final List<CampaignDay> campaigns;
    private final DaysInView view;
    private final SharedCaps caps;
    private final JointBook joint;
    private final LaterOffers later;
    private final List<FlightBudget> budgets = new ArrayList<>();

    /**
     * Of campaigns, today's first.
     *
     * @param lasting gates of each that do not open on later days
     */
    AheadPlan(
            House house,
            List<CampaignDay> campaigns,
            List<Gates> lasting,
            DaysInView view,
            SharedCaps caps) {
        this.house = house;
        this.campaigns = campaigns;
        this.view = view;
        this.caps = caps;
        this.joint = new JointBook(house.crowd());
        this.later = new LaterOffers(house.crowd(), campaigns, lasting);
    }

    /**
     * Adds the next of today's campaigns.
     *
     * @param mostToday of a campaign that is not paced
     * @param money for all days in view of one that is
     */
    void addToday(Contender contender, OptionalDouble mostToday, OptionalDouble money) {
        CampaignDay campaign = contender.campaign();
        OptionalDouble today = money.isPresent() ? OptionalDouble.empty() : mostToday;
        joint.add(
                campaign,
                contender.open(),
                campaign.file().rules(),
                contender.left(today.orElse(Double.POSITIVE_INFINITY)));
        money.ifPresent(most -> budgets.add(budget(campaign, contender.left(most))));
    }

    /** Adds the next campaign that only later days are looked at of. */
    void addLater(CampaignDay campaign, OptionalDouble money) {
        OfferBook never = LaterOffers.never(campaign.valued().offers());
        Rules ceilings = LaterOffers.ceilings(campaign.file().rules());
        joint.add(campaign, never, ceilings, Double.POSITIVE_INFINITY);
        money.ifPresent(most -> budgets.add(budget(campaign, most)));
    }

    private static FlightBudget budget(CampaignDay campaign, double left) {
        Scope own = JointBook.scope(campaign);
        return new FlightBudget(campaign.file().campaign(), own, left);
    }

    /**
     * The plan of all days; empty if none keeps every rule.
     *
     * @param search plans all days together
     */
    Optional<Foresight> decide(LookAhead search) {
        OfferBook today = joint.book(List.of());
        List<DaysInView.Block> blocks = view.blocks(today.offers().size());
        List<DaysAhead> ahead = blocks.stream().map(block -> later.on(block, view)).toList();
        List<CapAhead> limits = caps(blocks);
        Optional<Today> decided = search.decide(today, ahead, limits, budgets, joint.rules());
        return decided.map(
                one -> new Foresight(campaigns, joint, one, ahead, capped(today, limits), budgets));
    }

    private List<CapAhead> caps(List<DaysInView.Block> blocks) {
        List<List<Allowances>> rooms = new ArrayList<>();
        rooms.add(caps.rooms(view.date()));
        blocks.forEach(block -> rooms.add(caps.rooms(view.date().plusDays(block.last()))));
        List<CapAhead> ahead = new ArrayList<>();
        for (ContactCap cap : caps.caps()) {
            List<String> offers = caps.offers(cap, rooms.get(0));
            if (!offers.isEmpty()) {
                byte[][] left = new byte[rooms.size()][];
                for (int block = 0; block < left.length; block++) {
                    left[block] = Slots.least(cap, rooms.get(block), house.crowd().customers());
                    clip(left[block], offers.size() * (block + 1));
                }
                int reach = view.reach(cap.window());
                ahead.add(new CapAhead(cap.id(), new Scope.Of(offers), cap.atMost(), reach, left));
            }
        }
        return ahead;
    }

    /** More room than there are messages is the same as just enough. */
    private static void clip(byte[] left, int most) {
        for (int customer = 0; customer < left.length; customer++) {
            left[customer] = (byte) Math.min(left[customer], most);
        }
    }

    /** The offers whose sends of today leave less room on later days. */
    private static OfferSet capped(OfferBook today, List<CapAhead> limits) {
        return new OfferSet(
                limits.stream()
                        .filter(cap -> cap.days() > 1)
                        .mapToLong(cap -> Terms.of(today).offersIn(cap.scope()).bits())
                        .reduce(0, (a, b) -> a | b));
    }
}
