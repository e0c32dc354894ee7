package dev.marginal.scenarios.holdout;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** HMAC-SHA-256 under one salt; for one thread. */
final class KeyedHash {
    private static final String ALGORITHM = "HmacSHA256";

    private final Mac mac;

    KeyedHash(String salt) {
        try {
            mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(salt.getBytes(StandardCharsets.UTF_8), ALGORITHM));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** The hash of a text's UTF-8 bytes: four numbers of eight bytes, the first byte highest. */
    ByteBuffer of(String text) {
        return ByteBuffer.wrap(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    }
}
