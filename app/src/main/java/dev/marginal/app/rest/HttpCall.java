package dev.marginal.app.rest;

import io.javalin.http.Context;

/**
 * A call as Javalin has it.
 *
 * @param caller tells the owners of keys apart
 * @param body that was read already; empty where there is none
 */
record HttpCall(Context context, String endpoint, String caller, byte[] body) implements Call {
    @Override
    public String path() {
        return context.path();
    }

    @Override
    public String path(String name) {
        return context.pathParam(name);
    }

    @Override
    public String query(String name) {
        return context.queryParam(name);
    }

    @Override
    public String header(String name) {
        return context.header(name);
    }
}
