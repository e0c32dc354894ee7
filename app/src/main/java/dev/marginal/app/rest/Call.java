package dev.marginal.app.rest;

/** What a client sent. */
interface Call {
    /** The endpoint's path, with its parameters in braces. */
    String endpoint();

    /** The path that was asked for. */
    String path();

    /** Tells the owners of keys apart; empty where none is needed. */
    String caller();

    /** A part of the path. */
    String path(String name);

    /** A parameter after the path; {@code null} where it is not given. */
    String query(String name);

    /** A header; {@code null} where it is not given. */
    String header(String name);

    /** The body. */
    byte[] body();

    /** The body as a record, read strictly. */
    default <T> T body(Class<T> type) {
        return Bodies.read(body(), type);
    }
}
