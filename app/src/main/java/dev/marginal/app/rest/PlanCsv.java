package dev.marginal.app.rest;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.scenarios.whatif.Answer;
import dev.marginal.tables.IdColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;

/** The sends of an answer, line by line. */
record PlanCsv(Answer answer, IdColumn ids) {
    private static final int MICRO_DIGITS = 6;

    void writeTo(OutputStream out) throws IOException {
        Writer lines = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        lines.write("customer,offer,channel,value,cost\n");
        OfferBook book = answer.plan().offers();
        SendPlan sends = answer.plan().sends();
        for (int i = 0; i < sends.sends(); i++) {
            int customer = sends.customer()[i];
            int number = sends.offer()[i];
            Offer offer = book.offers().get(number);
            lines.write(quoted(ids.id(customer)) + ',' + quoted(offer.id()) + ',');
            lines.write(quoted(offer.channel()) + ',');
            lines.write(money(book.valueMicros(number, customer)) + ',');
            lines.write(money(book.costMicros(number, customer)) + '\n');
        }
        lines.flush();
    }

    private static String money(long micros) {
        return BigDecimal.valueOf(micros, MICRO_DIGITS).toPlainString();
    }

    /** A cell; one that a spreadsheet would take for a formula is marked as text. */
    private static String quoted(String text) {
        String safe = text.matches("(?s)[=+@\\t\\r-].*") ? "'" + text : text;
        return safe.matches("(?s).*[\",\\n\\r].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
    }
}
