package dev.marginal.app.rest;

import dev.marginal.tables.Requires;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;

/** The keys that clients may show, one of which is enough; only their hashes are kept. */
public final class ApiKeys {
    private static final String SCHEME = "bearer ";

    private final List<byte[]> hashes;

    private ApiKeys(List<byte[]> hashes) {
        this.hashes = hashes;
    }

    /** Keys in plain text, one or more. */
    public static ApiKeys of(Collection<String> keys) {
        Requires.require(!keys.isEmpty(), "number of keys", 0, "one or more");
        return new ApiKeys(keys.stream().map(ApiKeys::hashed).toList());
    }

    /** A key in plain text. */
    public static ApiKeys of(String key) {
        return of(List.of(key));
    }

    /**
     * Which key the header {@code Authorization: Bearer KEY} shows, by its place; nothing if it
     * shows none of them. Takes as long whatever is wrong with it.
     */
    OptionalInt shownBy(String authorization) {
        byte[] shown =
                hashed(
                        Optional.ofNullable(authorization)
                                .filter(text -> text.toLowerCase(Locale.ROOT).startsWith(SCHEME))
                                .map(text -> text.substring(SCHEME.length()).strip())
                                .orElse(""));
        int found = -1;
        for (int place = 0; place < hashes.size(); place++) {
            found = MessageDigest.isEqual(hashes.get(place), shown) ? place : found;
        }
        return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
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
