package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.Rule;
import dev.marginal.optimizer.Rules;
import dev.marginal.optimizer.Segment;
import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.scenarios.Daily;
import dev.marginal.scenarios.Objective;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;

/**
 * What a plan is asked for: a campaign with everything that a scenario changed in it.
 *
 * @param file offers, objective, budget and rules as they are now
 * @param closed offers that nobody gets
 * @param groups who may be sent anything; a customer must pass all of them
 * @param heldOut the share of customers who are kept out for a test beside those of the campaign
 * @param kept the folder of a plan whose customers keep what they get; only what others get is
 *     decided
 * @param churn how far the plan may depart from another
 * @param doubt by how many standard errors uplift is taken to be lower than the model says
 * @param given a plan that is judged instead of making one: a plan folder, or a table of customers
 *     and offers
 */
public record Brief(
        CampaignFile file,
        Set<String> closed,
        List<Group> groups,
        double heldOut,
        Optional<Path> kept,
        Optional<Churn> churn,
        double doubt,
        Optional<Path> given) {
    public Brief {
        closed = Set.copyOf(closed);
        groups = List.copyOf(groups);
    }

    /** The campaign as its file tells it. */
    public static Brief of(CampaignFile file) {
        return new Brief(
                file,
                Set.of(),
                List.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                0,
                Optional.empty());
    }

    /**
     * Customers who may be sent something.
     *
     * @param kept whether those in the segment are, or all others
     */
    public record Group(Segment segment, boolean kept) {}

    /**
     * What is done to the limits of one name: none are left, or others stand in their place.
     *
     * @param change the limit that takes a limit's place; empty for none
     */
    public record LimitChange(String name, UnaryOperator<Optional<Limit>> change) {}

    /**
     * At most so much of a plan may differ from another.
     *
     * @param plan the other's folder
     * @param most how many sends may come and go, as a share of the other plan's sends
     */
    public record Churn(Path plan, double most) {}

    /** With another budget. */
    public Brief with(Budget budget) {
        return with(file.with(budget));
    }

    /** With another objective. */
    public Brief with(Objective objective) {
        return with(file.with(objective));
    }

    /** With the offers changed one by one; none comes or goes. */
    public Brief withOffers(UnaryOperator<CampaignOffer> change) {
        return with(file.withOffers(file.offers().stream().map(change).toList()));
    }

    /** With other words on who may be contacted, and how often. */
    public Brief with(Daily daily) {
        return with(file.with(daily));
    }

    /** With one more rule. */
    public Brief with(Rule rule) {
        return with(file.with(file.rules().and(List.of(rule))));
    }

    /** With offers closed to everyone. */
    public Brief without(Set<String> offers) {
        Set<String> all = new TreeSet<>(closed);
        all.addAll(offers);
        return new Brief(file, all, groups, heldOut, kept, churn, doubt, given);
    }

    /** With one more condition on who may be sent anything. */
    public Brief with(Group group) {
        List<Group> all = new ArrayList<>(groups);
        all.add(group);
        return new Brief(file, closed, all, heldOut, kept, churn, doubt, given);
    }

    /** With a limit of its rules so far changed; rules that come after it hold as they are. */
    public Brief with(LimitChange change) {
        return with(file.with(Rules.of(ChangedLimits.of(file.rules(), change))));
    }

    /** With a share of the customers held out. */
    public Brief holdingOut(double share) {
        return new Brief(file, closed, groups, share, kept, churn, doubt, given);
    }

    /** With a plan whose sends stand. */
    public Brief keeping(Path plan) {
        return new Brief(file, closed, groups, heldOut, Optional.of(plan), churn, doubt, given);
    }

    /** With a bound on how far the plan departs from another. */
    public Brief with(Churn bound) {
        return new Brief(file, closed, groups, heldOut, kept, Optional.of(bound), doubt, given);
    }

    /** With uplift taken to be so many standard errors lower than the model says. */
    public Brief doubting(double errors) {
        return new Brief(file, closed, groups, heldOut, kept, churn, errors, given);
    }

    /** With a plan that is judged instead of making one. */
    public Brief judging(Path plan) {
        return new Brief(file, closed, groups, heldOut, kept, churn, doubt, Optional.of(plan));
    }

    /** The same where nothing is judged: what the best plan would be. */
    public Brief planning() {
        return new Brief(file, closed, groups, heldOut, kept, churn, doubt, Optional.empty());
    }

    /**
     * Whether what customers get depends on what another plan sends them. Who would have been
     * chosen for that plan is known of none of the experiment's customers, so that no forecast can
     * be measured.
     */
    public boolean followsPlan() {
        return kept.isPresent() || churn.isPresent();
    }

    private Brief with(CampaignFile changed) {
        return new Brief(changed, closed, groups, heldOut, kept, churn, doubt, given);
    }
}
