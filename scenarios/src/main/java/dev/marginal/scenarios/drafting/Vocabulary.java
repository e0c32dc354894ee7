package dev.marginal.scenarios.drafting;

import java.util.Set;

/** Words by which people call the columns of a campaign's history. */
final class Vocabulary {
    static final Set<String> TREATMENT =
            words(
                    "treatment, treated, treat, arm, variant, variation, exposed, exposure, "
                            + "assignment, intervention, testgroup, behandlung, variante");
    static final Set<String> GROUP =
            words(
                    "group, promotion, promo, offer, campaign, test, experiment, cell, action, "
                            + "message, incentive, gruppe, groupe, aktion, kampagne");
    static final Set<String> MAYBE_GROUP = words("segment, bucket, coupon, voucher, type");

    static final Set<String> MONEY =
            words(
                    "gmv, revenue, spend, spent, sales, turnover, expenditure, umsatz, ventas, "
                            + "ca");
    static final Set<String> AMOUNT =
            words("amount, value, profit, income, gross, net, betrag, basket");
    static final Set<String> RESPONSE =
            words(
                    "purchase, purchases, purchased, conversion, conversions, converted, "
                            + "convert, order, orders, ordered, bought, buy, response, responded, "
                            + "outcome, y, target, label, kauf");
    static final Set<String> REACTION =
            words(
                    "visit, visits, visited, click, clicks, clicked, open, opened, opens, "
                            + "redeemed, redemption, unsubscribed, geöffnet, geklickt, "
                            + "besucht, gekauft");
    static final Set<String> AFTER = words("after, post, nach, following");
    static final Set<String> BEFORE =
            words(
                    "avg, average, mean, last, past, prev, previous, prior, historical, "
                            + "history, before, pre, recency, recent, since, days, 12m, 6m, 3m, "
                            + "lifetime, ltv, vor, ever, frequency");

    static final Set<String> ID = words("id, uid, uuid, guid, nr, nummer, key");
    static final Set<String> PERSON =
            words(
                    "customer, customerid, user, userid, client, clientid, member, memberid, "
                            + "household, account, subscriber, visitor, person, kunde, kundennr, "
                            + "kundennummer, kundenid, email, cid, msisdn, cust");

    static final Set<String> COST = words("cost, costs, kosten, coût, coste");
    static final Set<String> EACH = words("per, avg, average, unit");
    static final Set<String> PROPENSITY =
            words("propensity, propensities, probability, prob, ps, pscore");
    static final Set<String> WEIGHT = words("weight, weights, gewicht");
    static final Set<String> OF_LIFE =
            words(
                    "birth, born, birthday, dob, signup, registered, registration, created, "
                            + "joined, first, last, since, geburt, opened");
    static final Set<String> CODE =
            words(
                    "zip, zipcode, postcode, plz, postal, code, region, store, shop, branch, "
                            + "district, category, cluster, country, id, filiale");

    /** Words of rows that got nothing, in lower case. */
    static final Set<String> CONTROL =
            words(
                    "control, none, nothing, holdout, hold-out, placebo, untreated, baseline, "
                            + "ctrl, null, not treated, kontrolle, keine, control group, kontrollgruppe, "
                            + "contrôle, control_group, no treatment");

    /** Words that may mean the same. */
    static final Set<String> MAYBE_CONTROL = words("0, 0.0, no, n, false, off, nein, f, non, a, c");

    /** Cells that say that nothing is known, in lower case. */
    static final Set<String> UNKNOWN =
            words(
                    "na, n/a, null, none, nil, -, --, ?, nan, #n/a, ., missing, unknown, n.a., k.a., k. a., "
                            + "keine angabe, unbekannt, inconnu, s/d");

    private Vocabulary() {}

    private static Set<String> words(String listed) {
        return Set.of(listed.split(", "));
    }
}
