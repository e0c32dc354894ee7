package dev.marginal.scenarios.drafting;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An arm as an offer.
 *
 * @param id the offer's name
 * @param treatment the arm's word
 * @param channel how it goes out
 * @param family of offers that differ in their face value
 * @param faceValue what the customer is given; empty where the word says nothing of it
 */
record ArmOffer(
        String id, String treatment, String channel, String family, Optional<String> faceValue) {
    private static final Pattern COUPON =
            Pattern.compile("(?i).*(coupon|voucher|gutschein|rebate|discount).*");
    private static final Pattern VALUE = Pattern.compile("\\D*?(\\d+(?:\\.\\d{1,2})?)\\D*");
    private static final List<String> CHANNELS =
            List.of(
                    "mail=email",
                    "push=push",
                    "sms=sms",
                    "call=call",
                    "phone=call",
                    "letter=letter");

    /** One offer for every arm; ids are told apart. */
    static List<ArmOffer> of(Guess guess) {
        Set<String> taken = new HashSet<>();
        return guess.arms().stream().map(arm -> of(arm, guess.treatment().name(), taken)).toList();
    }

    private static ArmOffer of(String arm, String column, Set<String> taken) {
        boolean says = arm.matches(".*\\p{L}{3}.*") && !arm.matches("(?i)yes|true");
        String base =
                plain(
                        says
                                ? arm
                                : plain(column)
                                        + (arm.matches("(?i)1|yes|true|y|t") ? "" : "_" + arm));
        String id = base;
        for (int more = 2; !taken.add(id); more++) {
            id = base + "_" + more;
        }
        Matcher value = VALUE.matcher(arm);
        boolean coupon = COUPON.matcher(arm).matches();
        return new ArmOffer(
                id,
                arm,
                channel(arm + " " + column, coupon),
                "coupon",
                coupon && !arm.contains("%") && value.matches()
                        ? Optional.of(value.group(1))
                        : Optional.empty());
    }

    private static String channel(String words, boolean coupon) {
        String lower = words.toLowerCase(Locale.ROOT);
        return CHANNELS.stream()
                .map(one -> one.split("="))
                .filter(one -> lower.contains(one[0]))
                .map(one -> one[1])
                .findFirst()
                .orElse(coupon ? "coupon" : "message");
    }

    /** Letters that an offer's name may have. */
    private static String plain(String word) {
        String kept =
                word.strip()
                        .replaceAll("[^\\p{L}\\p{N} ._+&-]+", "-")
                        .replaceAll("^[^\\p{L}\\p{N}]+|[-\\s]+$", "");
        return kept.isEmpty() ? "offer" : kept.substring(0, Math.min(60, kept.length()));
    }
}
