package dev.marginal.app.rest;

import io.javalin.http.Context;

/** A call as Javalin has it. */
record HttpCall(Context context) implements Call {
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

    @Override
    public byte[] body() {
        return context.bodyAsBytes();
    }
}
