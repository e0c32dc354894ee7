package dev.marginal.scenarios.planfolder;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;

/**
 * Names a send once and for all: the first half of SHA-256 of campaign, date, customer and offer
 * with a line feed between them, in 32 hexadecimal digits. A plan made again has the same ids, so
 * that whoever sends can tell what was sent already.
 */
final class DecisionIds {
    private static final int HALF = 16;

    private final String prefix;
    private final MessageDigest digest;

    DecisionIds(String campaign, LocalDate date) {
        this.prefix = campaign + "\n" + date + "\n";
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    String of(String customer, String offer) {
        byte[] text = (prefix + customer + "\n" + offer).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(digest.digest(text), 0, HALF);
    }
}
