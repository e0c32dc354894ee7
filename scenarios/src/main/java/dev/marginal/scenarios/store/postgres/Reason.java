package dev.marginal.scenarios.store.postgres;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Map;

/** Why a server refuses, and what to do about it, in the words of whoever runs the command. */
final class Reason {
    private static final Map<String, String> ADVICE =
            Map.of(
                    "08", "Is the server running, and can it be reached from here?",
                    "57", "Is the server running, and can it be reached from here?",
                    "28",
                            "Look at user and password_file; the server's pg_hba.conf may matter too.",
                    "3D", "Create the database first, or name another one in jdbc.",
                    "42", "Give the user the rights that docs/stores.md lists.",
                    "53", "Make room on the server, and run again.",
                    "55", "Another process was at it for too long; run again.");
    private static final int CLASS_OF_STATE = 2;

    private Reason() {}

    /** A refusal of the server, by the class of its SQLSTATE. */
    static String of(SQLException failure) {
        String state = String.valueOf(failure.getSQLState());
        String kind = state.substring(0, Math.min(CLASS_OF_STATE, state.length()));
        String advice = ADVICE.getOrDefault(kind, "Look at the server's log.");
        return "%s. %s".formatted(sentence(failure), advice);
    }

    /** A refusal of this machine's disk, where copies are kept. */
    static String of(IOException failure) {
        return "%s: %s. Look at the folder that the store's file names."
                .formatted(failure.getClass().getSimpleName(), sentence(failure));
    }

    private static String sentence(Exception failure) {
        return String.valueOf(failure.getMessage())
                .lines()
                .findFirst()
                .orElse("no reason given")
                .replaceAll("[.\\s]+$", "");
    }
}
