package dev.marginal.scenarios.planfolder;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.marginal.uplift.Interval;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What {@code plan.json} says, key by key. Money is in the plan's currency with six digits; equal
 * plans give equal bytes, so nothing here depends on the clock, the machine or the number of
 * threads.
 */
record PlanDocument(
        String plan,
        String campaign,
        String date,
        String kind,
        String currency,
        String objective,
        String outcome,
        BigDecimal value,
        @JsonProperty("value_parts") @JsonInclude(JsonInclude.Include.NON_NULL)
                PartsLines valueParts,
        BigDecimal spend,
        @JsonProperty("co_funding") @JsonInclude(JsonInclude.Include.NON_NULL) BigDecimal coFunding,
        long sends,
        double bound,
        @JsonProperty("price_bound") double priceBound,
        double gap,
        ForecastLines forecast,
        EvaluationLines evaluation,
        RandomisationLines randomisation,
        @JsonInclude(JsonInclude.Include.NON_NULL) DriftLines drift,
        List<OfferLine> offers,
        List<LimitLine> limits,
        @JsonInclude(JsonInclude.Include.NON_NULL) List<NeighbourLine> neighbours,
        @JsonProperty("not_sent") List<ReasonLine> notSent,
        @JsonUnwrapped DayLines.Lines day,
        Inputs inputs,
        Made made,
        @JsonInclude(JsonInclude.Include.NON_NULL) SpreadLines spread,
        Map<String, String> files) {

    /**
     * What the value consists of, where the objective counts later orders.
     *
     * @param assumes in words
     */
    record PartsLines(
            @JsonProperty("incremental_gmv") BigDecimal incrementalGmv,
            @JsonProperty("future_value") BigDecimal futureValue,
            String assumes) {}

    /**
     * Another way to spend the budget.
     *
     * @param kind {@code POLICY}, {@code PLAN} or {@code BOUND}
     * @param value to the objective, as the model sees it
     * @param incrementalGmv what it will earn, as the held-out customers say it; absent where they
     *     say nothing
     * @param planEarnsMore the plan's forecast less this one's, measured on the same customers;
     *     absent where one of them is, and of the plan itself
     */
    record NeighbourLine(
            String name,
            String kind,
            double value,
            double spend,
            long sends,
            @JsonProperty("incremental_gmv") @JsonInclude(JsonInclude.Include.NON_NULL)
                    Interval incrementalGmv,
            @JsonProperty("plan_earns_more") @JsonInclude(JsonInclude.Include.NON_NULL)
                    Interval planEarnsMore,
            @JsonProperty("offers_without_evidence") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    List<String> offersWithoutEvidence) {}

    /**
     * The honest forecast beside the model's own claim.
     *
     * @param notToBeTrustedBecause absent where nothing speaks against it
     * @param claimsOfSeveralSends the part of the claims that customers with two or more sends
     *     bring
     */
    record ForecastLines(
            @JsonProperty("not_to_be_trusted_because") @JsonInclude(JsonInclude.Include.NON_EMPTY)
                    List<String> notToBeTrustedBecause,
            @JsonProperty("incremental_gmv") Interval incrementalGmv,
            @JsonProperty("model_claims") double modelClaims,
            @JsonProperty("claims_of_several_sends") double claimsOfSeveralSends,
            String evidence,
            @JsonProperty("offers_without_evidence") List<String> offersWithoutEvidence) {}

    /**
     * What the experiment says of the model, on held-out customers; amounts are per customer.
     *
     * @param budget null where there is none
     */
    record EvaluationLines(
            String evidence,
            Double budget,
            @JsonProperty("policy_value") Interval policyValue,
            List<BaselineLine> baselines,
            List<CalibrationLine> calibration) {}

    /** Another policy at the same budget, and the model's lead over it. */
    record BaselineLine(
            String policy, @JsonProperty("policy_value") Interval policyValue, Interval lead) {}

    /** The slope of measured effects on scores: 1 where they are right; null where unknown. */
    record CalibrationLine(String treatment, Interval slope) {}

    /** How the history's customers came to their arms. */
    record RandomisationLines(
            String propensities,
            String verdict,
            List<String> findings,
            @JsonProperty("sample_ratio_probability") Double sampleRatioProbability,
            @JsonProperty("clipped_rows") int clippedRows,
            List<ArmLine> arms) {}

    /** One arm of the history. */
    record ArmLine(
            String arm,
            int rows,
            @JsonProperty("effective_rows") double effectiveRows,
            @JsonProperty("worst_feature") String worstFeature,
            @JsonProperty("standardised_difference") double standardisedDifference) {}

    /** The features in which the audience is not like the history. */
    record DriftLines(int features, List<DriftLine> moved) {}

    /** One such feature; shares are of the audience's customers. */
    record DriftLine(
            String feature,
            @JsonProperty("stability_index") double stabilityIndex,
            String reading,
            @JsonInclude(JsonInclude.Include.NON_NULL) String fault,
            double missing,
            @JsonProperty("missing_in_history") double missingInHistory,
            @JsonProperty("unseen_words") double unseenWords,
            @JsonProperty("below_range") double belowRange,
            @JsonProperty("above_range") double aboveRange) {}

    /**
     * One offer's part of the plan.
     *
     * @param tags as they were; absent where there are none
     * @param obeysCaps absent where they do
     * @param countsTowardCaps alike
     */
    record OfferLine(
            String offer,
            String channel,
            long sends,
            BigDecimal value,
            BigDecimal spend,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> tags,
            @JsonProperty("obeys_caps") @JsonInclude(JsonInclude.Include.NON_NULL)
                    Boolean obeysCaps,
            @JsonProperty("counts_toward_caps") @JsonInclude(JsonInclude.Include.NON_NULL)
                    Boolean countsTowardCaps) {}

    /**
     * One shared limit. Its amounts are sends, or units of currency or of the amount that is
     * charged; null where there is no floor or ceiling. The price is in currency for one more of
     * them.
     *
     * @param charge what one send uses, in words
     * @param where the customers that count; absent for everyone
     * @param parts what is added up, where that is more than one charge once
     */
    @JsonPropertyOrder({
        "limit",
        "charge",
        "offers",
        "where",
        "parts",
        "at_least",
        "at_most",
        "use",
        "price"
    })
    record LimitLine(
            String limit,
            String charge,
            List<String> offers,
            @JsonInclude(JsonInclude.Include.NON_NULL) WhereLine where,
            @JsonInclude(JsonInclude.Include.NON_NULL) List<PartLine> parts,
            @JsonProperty("at_least") BigDecimal atLeast,
            @JsonProperty("at_most") BigDecimal atMost,
            BigDecimal use,
            double price) {}

    /** What some sends count towards a limit. */
    record PartLine(
            String charge,
            long weight,
            List<String> offers,
            @JsonInclude(JsonInclude.Include.NON_NULL) WhereLine where) {}

    /** Customers with one of these values in a column of the audience, or in a condition. */
    record WhereLine(String column, List<String> values) {}

    /** How many pairs of customer and offer are not sent for a reason, and what that forgoes. */
    record ReasonLine(
            String reason, long sends, @JsonProperty("value_forgone") BigDecimal valueForgone) {}

    /**
     * What the plan was made from.
     *
     * @param known everything that it depends on, by name: hashes and settings; absent for a plan
     *     outside a plan store
     */
    record Inputs(
            @JsonProperty("campaign_file") FileLine campaignFile,
            TableLine history,
            TableLine audience,
            @JsonProperty("future_value") @JsonInclude(JsonInclude.Include.NON_NULL)
                    TableLine futureValue,
            @JsonInclude(JsonInclude.Include.NON_NULL) LifecycleLines lifecycle,
            @JsonInclude(JsonInclude.Include.NON_NULL) FileLine contacts,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<FileLine> log,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<String, String> known) {}

    /** A file and its hash; the path starts at the plan's folder. */
    record FileLine(String path, String sha256) {}

    /** A table's rows and the hash of what was read. */
    record TableLine(String source, long rows, String fingerprint) {}

    /**
     * How a plan that was made in parts was made.
     *
     * @param passes over all customers, of which sums came to the driver
     * @param passBytes of the largest of them
     * @param rows of single customers that came to the driver
     */
    record SpreadLines(
            int parts, int passes, @JsonProperty("pass_bytes") long passBytes, long rows) {}

    /** By what the plan was made. */
    record Made(String learner, long seed, String marginal, String xgboost) {}
}
