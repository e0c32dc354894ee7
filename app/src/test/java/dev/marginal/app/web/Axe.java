package dev.marginal.app.web;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Finds what keeps people from using a page. */
final class Axe {
    private static final String SCRIPT = "/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js";
    private static final String VIOLATIONS =
            "axe.run(document, {runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa']}).then(found =>"
                    + " found.violations.map(one => one.id + ': ' + one.nodes.map(node => node.target).join(' ')))";

    private Axe() {}

    /** The rules of WCAG 2.1, AA, that the page breaks as it is shown now, and where. */
    static List<?> violations(Page page) throws IOException {
        try (InputStream axe = Axe.class.getResourceAsStream(SCRIPT)) {
            page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
        }
        return (List<?>) page.evaluate(VIOLATIONS);
    }
}
