package dev.marginal.scenarios.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.data.Offset.offset;

import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import dev.marginal.optimizer.allocation.PriceAllocator;
import dev.marginal.scenarios.SmallCampaign;
import dev.marginal.scenarios.explanation.Explanation.Flip;
import dev.marginal.scenarios.explanation.Explanation.What;
import dev.marginal.scenarios.planfolder.PlanFolder;
import dev.marginal.scenarios.planning.PlannedCampaign;
import dev.marginal.tables.BadInput;
import dev.marginal.tables.Execution;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of a plan's prices is borne out by planning all over again, but for a little. */
class ReplannedTest {
    private static final Execution TWO = new Execution(2);
    private static final int CUSTOMERS = 16;
    private static final double LITTLE = 0.03;

    @TempDir static Path home;
    private static PlannedCampaign planned;
    private static Path plan;

    @BeforeAll
    static void publish() {
        planned = new SmallCampaign(home).plan();
        plan = home.resolve("plan");
        PlanFolder.publish(planned, LocalDate.of(2026, 11, 21), plan);
    }

    @Test
    void a_value_that_flips_at_the_plans_prices_flips_a_new_plan() {
        List<String> wrong = new ArrayList<>();
        int flips = 0;
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            Explanation story = explain(planned.audience().ids().id(customer));
            for (int offer = 0; offer < story.offers().size(); offer++) {
                Optional<Flip> flip =
                        story.offers().get(offer).flips().stream()
                                .filter(one -> one.what() == What.VALUE)
                                .findFirst();
                if (flip.isPresent() && (customer + offer) % 4 == 0) {
                    boolean sent = story.offers().get(offer).isSent();
                    double then = flip.get().then().orElseThrow();
                    double little = LITTLE * (1 + Math.abs(then)) * (sent ? -1 : 1);
                    if (sends(customer, offer, then + little) == sent) {
                        wrong.add("beyond " + story.customer() + " " + flip);
                    }
                    if (sends(customer, offer, then - little) != sent) {
                        wrong.add("before " + story.customer() + " " + flip);
                    }
                    flips++;
                }
            }
        }
        assertThat(flips).isGreaterThan(3);
        assertThat(wrong).isEmpty();
    }

    @Test
    void a_story_has_what_the_plan_says() {
        OfferBook book = planned.plan().offers();
        SendPlan sends = planned.plan().sends();
        for (int customer = 0; customer < CUSTOMERS; customer++) {
            Explanation story = explain(planned.audience().ids().id(customer));
            for (int offer = 0; offer < book.offers().size(); offer++) {
                Explanation.Offer told = story.offers().get(offer);
                assertThat(told.value()).isEqualTo(book.valueMicros(offer, customer) / 1e6);
                assertThat(told.cost()).isEqualTo(book.costMicros(offer, customer) / 1e6);
                assertThat(told.isSent()).isEqualTo(isSent(sends, customer, offer));
                assertThat(told.reason().isEmpty()).isEqualTo(told.isSent());
                double charged =
                        told.charges().stream().mapToDouble(Explanation.Charge::amount).sum();
                assertThat(told.reducedValue()).isCloseTo(told.value() - charged, offset(1e-9));
            }
            assertThat(story.caps()).isEmpty();
        }
    }

    @Test
    void a_stranger_is_refused_with_those_that_are_near() {
        String known = planned.audience().ids().id(0);

        assertThatThrownBy(() -> explain(known + "x"))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(
                        "customer (" + known + "x) must be in the audience of this plan")
                .hasMessageContaining("Did you mean '" + known + "'");
    }

    @Test
    void a_folder_without_a_plan_is_refused() {
        assertThatThrownBy(() -> Explainer.explain(home, "c1", TWO))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("is not a plan folder: it has no plan.json");
    }

    private static Explanation explain(String customer) {
        return Explainer.explain(plan, customer, TWO);
    }

    /** Whether a plan with another value for one offer and customer has that send. */
    private static boolean sends(int customer, int offer, double value) {
        OfferBook book = planned.plan().offers();
        float[][] values = book.value().clone();
        values[offer] = Arrays.copyOf(values[offer], values[offer].length);
        values[offer][customer] = (float) value;
        OfferBook changed =
                new OfferBook(
                        book.offers(), values, book.cost(), book.segmentations(), book.measures());
        SendPlan again =
                new PriceAllocator(planned.file().search(), TWO)
                        .allocate(changed, planned.file().budget(), planned.file().rules());
        return isSent(again, customer, offer);
    }

    private static boolean isSent(SendPlan plan, int customer, int offer) {
        for (int send = 0; send < plan.sends(); send++) {
            if (plan.customer()[send] == customer && plan.offer()[send] == offer) {
                return true;
            }
        }
        return false;
    }
}
