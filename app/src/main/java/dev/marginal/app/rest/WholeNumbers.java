package dev.marginal.app.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import java.io.IOException;
import java.math.BigDecimal;

/** Reads whole numbers however they are written: 20, 20.0 and 2e1 are the same. */
final class WholeNumbers extends StdScalarDeserializer<Integer> {
    private static final long serialVersionUID = 1;
    private static final BigDecimal MOST = BigDecimal.valueOf(Integer.MAX_VALUE);

    WholeNumbers() {
        super(Integer.class);
    }

    @Override
    public Integer deserialize(JsonParser parser, DeserializationContext context)
            throws IOException {
        JsonToken token = parser.currentToken();
        if (token == JsonToken.VALUE_NUMBER_INT || token == JsonToken.VALUE_NUMBER_FLOAT) {
            BigDecimal number = parser.getDecimalValue();
            boolean whole = number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
            if (whole && number.abs().compareTo(MOST) <= 0) {
                return number.intValueExact();
            }
        }
        return (Integer) context.handleUnexpectedToken(Integer.class, parser);
    }
}
