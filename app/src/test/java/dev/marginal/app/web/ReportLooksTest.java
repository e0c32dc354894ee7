package dev.marginal.app.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.marginal.app.cli.ShopLog;
import dev.marginal.tables.Execution;
import dev.marginal.value.evaluation.Holdout;
import dev.marginal.value.log.LogSettings;
import dev.marginal.value.log.TransactionLog;
import dev.marginal.value.purchases.PurchaseModels;
import dev.marginal.value.report.ValueReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A report of customer value in a browser: on a desk and a phone, light and dark. */
class ReportLooksTest {
    /** Words of drawings that leave them, or lie on each other. */
    private static final String CLASHES =
            """
            [...document.querySelectorAll('svg')].flatMap(svg => {
              const frame = svg.getBoundingClientRect();
              if (!frame.width) return [];
              const words = [...svg.querySelectorAll('text')].map(one => [one.textContent, one.getBoundingClientRect()]);
              const out = words.filter(([, at]) => at.left < frame.left - 1 || at.right > frame.right + 1
                  || at.top < frame.top - 1 || at.bottom > frame.bottom + 1).map(([word]) => word + ' leaves');
              const onto = words.flatMap(([word, at], one) => words.slice(one + 1)
                  .filter(([, to]) => Math.min(at.right, to.right) - Math.max(at.left, to.left) > 1
                      && Math.min(at.bottom, to.bottom) - Math.max(at.top, to.top) > 3)
                  .map(([other]) => word + ' on ' + other));
              return [...out, ...onto].map(what => svg.closest('figure').id + ': ' + what);
            })""";

    @TempDir static Path home;
    private static Path report;

    @BeforeAll
    static void evaluate() throws IOException {
        TransactionLog log =
                new TransactionLog(ShopLog.table(), LogSettings.of("customer", "day", "amount"));
        Holdout holdout = new Holdout(log, Holdout.halfway(log), log.lastDay());
        String html =
                new ValueReport(holdout.judge(PurchaseModels.names(), new Execution(2)), log)
                        .page()
                        .html();
        report = Files.writeString(home.resolve("value.html"), html);
    }

    @ParameterizedTest(name = "{0} pixels wide, {1}")
    @CsvSource({"1280, LIGHT", "1280, DARK", "360, LIGHT", "360, DARK"})
    void it_keeps_the_rules_of_wcag_and_no_word_clashes(int width, ColorScheme scheme)
            throws IOException {
        Browser.NewContextOptions options =
                new Browser.NewContextOptions()
                        .setViewportSize(width, 900)
                        .setColorScheme(scheme)
                        .setBypassCSP(true);
        try (BrowserContext context = Chromium.browser().newContext(options)) {
            Page page = context.newPage();
            page.navigate(report.toUri().toString());
            assertThat((List<?>) page.evaluate(CLASHES)).isEqualTo(List.of());
            page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)");

            assertThat(Axe.violations(page)).isEqualTo(List.of());
            assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
        }
    }
}
