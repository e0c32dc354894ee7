package dev.marginal.uplift.learners;

import dev.marginal.uplift.UpliftModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that the build wrote beside the classes. */
public final class Versions {
    private static final Properties PROPERTIES = read();

    private Versions() {}

    public static String marginal() {
        return PROPERTIES.getProperty("marginal");
    }

    public static String xgboost() {
        return PROPERTIES.getProperty("xgboost");
    }

    private static Properties read() {
        Properties properties = new Properties();
        try (InputStream file = UpliftModel.class.getResourceAsStream("versions.properties")) {
            properties.load(file);
            return properties;
        } catch (IOException error) {
            throw new UncheckedIOException(error);
        }
    }
}
