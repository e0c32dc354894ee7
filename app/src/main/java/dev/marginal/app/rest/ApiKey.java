package dev.marginal.app.rest;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;

/** The key that clients must show; only its hash is kept. */
public final class ApiKey {
    private static final String BEARER = "Bearer ";

    private final byte[] hash;

    private ApiKey(byte[] hash) {
        this.hash = hash;
    }

    /** A key in plain text. */
    public static ApiKey of(String key) {
        return new ApiKey(hashed(key));
    }

    /**
     * Whether the header {@code Authorization: Bearer KEY} shows the key; takes as long whatever is
     * wrong with it.
     */
    boolean isShownBy(String authorization) {
        String shown =
                Optional.ofNullable(authorization)
                        .filter(text -> text.startsWith(BEARER))
                        .map(text -> text.substring(BEARER.length()).strip())
                        .orElse("");
        return MessageDigest.isEqual(hash, hashed(shown));
    }

    private static byte[] hashed(String key) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(key.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
