package dev.marginal.app.answers;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializerProvider;
import java.io.IOException;
import java.util.Optional;

/** What is absent is null. */
public final class OfOptional extends JsonSerializer<Optional<?>> {
    @Override
    @SuppressWarnings("unchecked")
    public Class<Optional<?>> handledType() {
        return (Class<Optional<?>>) (Class<?>) Optional.class;
    }

    @Override
    public void serialize(Optional<?> value, JsonGenerator json, SerializerProvider by)
            throws IOException {
        json.writePOJO(value.orElse(null));
    }
}
