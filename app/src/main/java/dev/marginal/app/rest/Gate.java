package dev.marginal.app.rest;

import io.javalin.http.Context;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Who may ask. With keys, whoever shows one; without, only programs and pages of this machine: a
 * page from elsewhere that a browser on this machine has open gives itself away by its {@code Host}
 * or its {@code Origin}.
 *
 * @param host that is listened on
 */
record Gate(Optional<ApiKeys> keys, String host) {
    private static final Set<String> LOCAL = Set.of("localhost", "127.0.0.1", "[::1]", "::1");

    /**
     * Lets a request pass that does not come from a page of another site.
     *
     * @throws Refusal if it does
     */
    void requireOwnSite(Context context) {
        if (keys.isPresent()) {
            return;
        }
        String asked = context.header("Host");
        if (asked != null && !isLocal(asked)) {
            throw new Refusal(
                    403,
                    "This service answers to localhost only. For other names, serve with"
                            + " --key-file.");
        }
        String origin = context.header("Origin");
        if (origin != null && !isSame(origin, asked)) {
            throw new Refusal(403, "This service answers its own pages only.");
        }
    }

    /**
     * Lets a request pass that shows a key.
     *
     * @return what tells callers apart
     * @throws Refusal if it shows none
     */
    String requireKey(Context context) {
        if (keys.isEmpty()) {
            return "";
        }
        OptionalInt key = keys.get().shownBy(context.header("Authorization"));
        if (key.isEmpty()) {
            throw new Refusal(401, "Show a key: Authorization: Bearer KEY.")
                    .with("WWW-Authenticate", "Bearer realm=\"marginal\"");
        }
        return Integer.toString(key.getAsInt());
    }

    private boolean isLocal(String asked) {
        String name = asked.toLowerCase(Locale.ROOT).replaceFirst(":\\d*$", "");
        return LOCAL.contains(name)
                || name.matches("127(\\.\\d{1,3}){3}")
                || List.of(host.toLowerCase(Locale.ROOT), '[' + host + ']').contains(name);
    }

    private static boolean isSame(String origin, String asked) {
        try {
            String authority = URI.create(origin).getRawAuthority();
            return authority != null && authority.equalsIgnoreCase(asked);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
