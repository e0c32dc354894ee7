package dev.marginal.scenarios.people;

import java.util.Locale;
import java.util.regex.Pattern;

/** Tells whether two spellings are the same address. */
public final class Addresses {
    private static final Pattern PHONE = Pattern.compile("[+(]?[\\d\\s().+/\\-\\u00A0]*");
    private static final Pattern NO_DIGIT = Pattern.compile("\\D");
    private static final int SHORTEST_WITH_PREFIX = 8;

    private Addresses() {}

    /**
     * The one spelling of an address: e-mail is trimmed and in lower case, a phone number is its
     * digits without a leading 00, anything else is trimmed; empty where there is nothing to send
     * to.
     */
    public static String normalised(String address) {
        String trimmed = address.strip();
        if (trimmed.indexOf('@') >= 0) {
            return trimmed.toLowerCase(Locale.ROOT);
        }
        return PHONE.matcher(trimmed).matches() ? digits(trimmed) : trimmed;
    }

    private static String digits(String phone) {
        String digits = NO_DIGIT.matcher(phone).replaceAll("");
        return digits.startsWith("00") && digits.length() > SHORTEST_WITH_PREFIX
                ? digits.substring(2)
                : digits;
    }
}
