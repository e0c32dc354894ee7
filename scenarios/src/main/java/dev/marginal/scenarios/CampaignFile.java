package dev.marginal.scenarios;

import dev.marginal.optimizer.AllocatorSettings;
import dev.marginal.optimizer.Budget;
import dev.marginal.optimizer.Rules;
import dev.marginal.tables.Source;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a campaign file says, checked as far as the file alone can be checked.
 *
 * @param path where the file is
 * @param campaign the campaign's name, used in folder names
 * @param currency three letters
 * @param timeZone decides which day is today
 * @param history where the history is and what its columns mean
 * @param audience where the customers are
 * @param learning what is asked of the model
 * @param seed of everything random
 * @param offers what can be sent
 * @param objective what the plan adds up
 * @param budget the most to spend
 * @param rules what every plan keeps
 * @param words what rules and offers say about columns of the audience
 * @param search how hard to look for the best plan
 * @param daily how the campaign is planned day after day
 * @param lifecycle what is asked of a log of purchases
 */
public record CampaignFile(
        Path path,
        String campaign,
        String currency,
        ZoneId timeZone,
        HistoryColumns history,
        AudienceColumns audience,
        Learning learning,
        long seed,
        List<CampaignOffer> offers,
        Objective objective,
        Budget budget,
        Rules rules,
        AudienceWords words,
        AllocatorSettings search,
        Daily daily,
        Optional<Lifecycle> lifecycle) {
    public CampaignFile {
        offers = List.copyOf(offers);
    }

    /** The same with another budget, such as a day's part of it. */
    public CampaignFile with(Budget other) {
        return new CampaignFile(
                path, campaign, currency, timeZone, history, audience, learning, seed, offers,
                objective, other, rules, words, search, daily, lifecycle);
    }

    /** The same for other customers, such as a part of them. */
    public CampaignFile with(AudienceColumns other) {
        return new CampaignFile(
                path, campaign, currency, timeZone, history, other, learning, seed, offers,
                objective, budget, rules, words, search, daily, lifecycle);
    }

    /** The same with another objective. */
    public CampaignFile with(Objective other) {
        return new CampaignFile(
                path, campaign, currency, timeZone, history, audience, learning, seed, offers,
                other, budget, rules, words, search, daily, lifecycle);
    }

    /** The same with other rules. */
    public CampaignFile with(Rules other) {
        return new CampaignFile(
                path, campaign, currency, timeZone, history, audience, learning, seed, offers,
                objective, budget, other, words, search, daily, lifecycle);
    }

    /** The same where more is said about columns of the audience. */
    public CampaignFile with(AudienceWords other) {
        return new CampaignFile(
                path, campaign, currency, timeZone, history, audience, learning, seed, offers,
                objective, budget, rules, other, search, daily, lifecycle);
    }

    /** The same with other words on planning day after day. */
    public CampaignFile with(Daily other) {
        return new CampaignFile(
                path, campaign, currency, timeZone, history, audience, learning, seed, offers,
                objective, budget, rules, words, search, other, lifecycle);
    }

    /** The same for a plan of a day: purchases from that day on are not looked at. */
    public CampaignFile on(LocalDate day) {
        return new CampaignFile(
                path,
                campaign,
                currency,
                timeZone,
                history,
                audience,
                learning,
                seed,
                offers,
                objective,
                budget,
                rules,
                words,
                search,
                daily,
                lifecycle.map(asked -> asked.before(day)));
    }

    /** The same with its offers changed. */
    public CampaignFile withOffers(List<CampaignOffer> others) {
        return new CampaignFile(
                path, campaign, currency, timeZone, history, audience, learning, seed, others,
                objective, budget, rules, words, search, daily, lifecycle);
    }

    /** The file's name, as messages call it. */
    public String name() {
        return path.getFileName().toString();
    }

    /**
     * Where the history is and what its columns mean; every column not named here is a feature.
     *
     * @param customer rows of one customer stay in one fold
     * @param treatment the arm that each row got
     * @param control the arm that got nothing
     * @param gmv the outcome
     * @param propensities where the probability comes from with which a row got its arm
     * @param weight of each row; default: 1
     * @param cost what each row's treatment has cost in the end; costs are then learnt from it
     * @param time the day on which each row was treated
     * @param ignore columns measured after the treatment, or otherwise not to learn from
     * @param categories columns to read as words though they look like numbers
     */
    public record HistoryColumns(
            Source source,
            Optional<String> customer,
            String treatment,
            String control,
            String gmv,
            Propensities propensities,
            Optional<String> weight,
            Optional<String> cost,
            Optional<String> time,
            List<String> ignore,
            List<String> categories) {
        /** The columns that are no features because of what they say. */
        public List<String> roles() {
            List<String> roles = new ArrayList<>(List.of(treatment, gmv));
            Stream.of(customer, loggedPropensity(), weight, cost, time)
                    .flatMap(Optional::stream)
                    .forEach(roles::add);
            return roles;
        }

        /** The column of logged propensities. */
        public Optional<String> loggedPropensity() {
            return propensities instanceof Propensities.Logged logged
                    ? Optional.of(logged.column())
                    : Optional.empty();
        }
    }

    /**
     * Where the customers are.
     *
     * @param customer the column of their ids, each of which stands once
     * @param ignore columns that are neither id nor feature
     */
    public record AudienceColumns(Source source, String customer, List<String> ignore) {}
}
