package dev.marginal.scenarios.store;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips tests where there is no PostgreSQL server; on CI they fail then. */
final class NeedsServer implements BeforeEachCallback {
    /** The file of a store on the server, of a user who may create databases. */
    static final String SERVER = System.getenv("MARGINAL_TEST_POSTGRES");

    private static final String MISSING =
            "MARGINAL_TEST_POSTGRES is not set: run .ci/with-postgres mvn verify";

    @Override
    public void beforeEach(ExtensionContext context) {
        if (SERVER == null && System.getenv("CI") != null) {
            throw new AssertionError(MISSING);
        }
        assumeTrue(SERVER != null, MISSING);
    }
}
