package dev.marginal.app.rest;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.tables.IdColumn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The sends of a plan as RFC 4180 has it, line by line.
 *
 * @param asText whether text that a spreadsheet would take for a formula is marked as text, by a
 *     quote before it; numbers stay numbers
 */
record PlanCsv(KeptPlan plan, IdColumn ids, boolean asText) {
    private static final int MICRO_DIGITS = 6;
    private static final int BUFFER = 1 << 16;
    private static final String LINE_END = "\r\n";
    private static final String FORMULAS = "=+-@\t\r\0";

    void writeTo(OutputStream out) throws IOException {
        Writer lines =
                new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8), BUFFER);
        lines.write("customer,offer,channel,value,cost" + LINE_END);
        List<String> offers = plan.offers().stream().map(this::cells).toList();
        for (int send = 0; send < plan.customer().length; send++) {
            lines.write(cell(ids.id(plan.customer()[send])));
            lines.write(offers.get(plan.offer()[send]));
            lines.write(money(plan.value()[send]));
            lines.write(',');
            lines.write(money(plan.cost()[send]));
            lines.write(LINE_END);
        }
        lines.flush();
    }

    private String cells(Offer offer) {
        return ',' + cell(offer.id()) + ',' + cell(offer.channel()) + ',';
    }

    private static String money(float amount) {
        return BigDecimal.valueOf(OfferBook.micros(amount), MICRO_DIGITS).toPlainString();
    }

    private String cell(String text) {
        String safe = asText && isFormula(text) ? "'" + text : text;
        return isPlain(safe) ? safe : '"' + safe.replace("\"", "\"\"") + '"';
    }

    private static boolean isFormula(String text) {
        return !text.isEmpty() && FORMULAS.indexOf(text.charAt(0)) >= 0;
    }

    private static boolean isPlain(String text) {
        for (int i = 0; i < text.length(); i++) {
            char letter = text.charAt(i);
            if (letter == ',' || letter == '"' || letter == '\n' || letter == '\r') {
                return false;
            }
        }
        return true;
    }
}
