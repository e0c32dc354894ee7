package dev.marginal.value;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** What a model remembers of the programs that made it. */
public final class Version {
    private static final Properties BUILT = built();

    private Version() {}

    /** Of Marginal. */
    public static String marginal() {
        return BUILT.getProperty("marginal");
    }

    /** Of XGBoost. */
    public static String xgboost() {
        return BUILT.getProperty("xgboost");
    }

    private static Properties built() {
        Properties properties = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("version.properties")) {
            properties.load(file);
            return properties;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
