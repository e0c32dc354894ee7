package dev.marginal.app.rest;

import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;

/** A client before a running service without keys. */
abstract class ServiceTest {
    static final int MOST_BYTES = 20_000;

    static Served served;
    static Served.Running running;
    static Client client;

    @BeforeAll
    static void serve() {
        served = Served.shared();
        running = served.start(Optional.empty(), 64, MOST_BYTES);
        client = running.client();
    }

    @AfterAll
    static void stop() {
        running.close();
    }
}
