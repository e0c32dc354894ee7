package dev.marginal.scenarios.campaignfile;

import dev.marginal.scenarios.CampaignOffer;
import dev.marginal.uplift.Tier;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalDouble;

/** {@code family: coupon, face_value: 5}: where an offer's treatment stands among its kind. */
final class TierKeys {
    private static final double MOST = 1e8;

    private TierKeys() {}

    static Optional<Tier> tier(Section offer) {
        Optional<String> family = offer.optionalText("family");
        OptionalDouble value =
                offer.number(
                        "face_value",
                        Double.MIN_VALUE,
                        MOST,
                        "must be an amount of money above 0, such as 5.00");
        if (family.isPresent() && !offer.has("face_value")) {
            offer.missing("face_value", "face_value: 5.00, what the customer is given");
        }
        if (offer.has("face_value") && !offer.has("family")) {
            offer.wrong(
                    "face_value",
                    offer.scalarText("face_value"),
                    "has no effect without a family",
                    "Maybe add family: coupon to all its tiers.");
        }
        return family.isPresent() && value.isPresent()
                ? Optional.of(new Tier(family.get(), value.getAsDouble()))
                : Optional.empty();
    }

    /** Offers tested as one treatment are one tier; those of two treatments are two. */
    static void requireAgreement(Section section, CampaignOffer offer, CampaignOffer other) {
        boolean sameTreatment = offer.treatment().equals(other.treatment());
        if (sameTreatment && !offer.tier().equals(other.tier())) {
            section.wrong(
                    section.has("family") ? "family" : "treatment",
                    words(offer),
                    "must be the tier of offer %s (%s), which was tested as the same treatment"
                            .formatted(other.offer().id(), words(other)),
                    "A treatment is one tier.");
        }
        if (!sameTreatment && offer.tier().isPresent() && offer.tier().equals(other.tier())) {
            section.wrong(
                    "face_value",
                    section.scalarText("face_value"),
                    "must not be that of offer %s, another treatment of the same family"
                            .formatted(other.offer().id()),
                    "Each tier has a face value of its own.");
        }
    }

    private static String words(CampaignOffer offer) {
        return offer.tier().map(TierKeys::words).orElse("no family");
    }

    private static String words(Tier tier) {
        String value = BigDecimal.valueOf(tier.faceValue()).stripTrailingZeros().toPlainString();
        return "%s of %s".formatted(tier.family(), value);
    }
}
