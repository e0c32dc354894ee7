package dev.marginal.uplift.learners;

import dev.marginal.boosting.Objective;
import dev.marginal.boosting.Target;
import dev.marginal.boosting.Trees;
import dev.marginal.uplift.Head;
import dev.marginal.uplift.ModelParts;
import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * Outcome models of all arms at once, which know the arm from columns of its own: what arms have in
 * common is learnt from all rows, and the effect is only what the arm adds.
 *
 * <p>Under a hurdle a model of P(order) and one of the basket of those who order, else one of
 * P(order) and one of GMV. Each is the mean of several, one per bag; a bag has 70 % of the
 * customers, and those it lacks say when its trees are enough. A single bag has them all.
 */
final class JointOutcome {
    private static final double BAG_SHARE = 0.7;
    private static final String ORDER = Predictions.JOINT + "order.";
    private static final String BASKET = Predictions.JOINT + "basket.";
    private static final String GMV = Predictions.JOINT + "gmv.";

    private final ModelBuilder model;

    private JointOutcome(ModelBuilder model) {
        this.model = model;
    }

    /** Keeps so many models of each kind. */
    static void fit(ModelBuilder model, int bags) {
        model.once("joint outcome of bags: " + bags, part -> new JointOutcome(part).fit(bags));
    }

    private void fit(int bags) {
        for (int bag = 0; bag < bags; bag++) {
            fitBag(bag, bags);
        }
        model.keep("bags", bags);
        model.labels().basket().ifPresent(basket -> model.keep("basket", basket));
    }

    private void fitBag(int bag, int bags) {
        int[] all = IntStream.range(0, model.history().rows()).toArray();
        Draw draw = new Draw(model.history().group(), model.seed("bag " + bag));
        int[] inside = bags == 1 ? all : draw.rows(0, BAG_SHARE);
        int[] outside = bags == 1 ? new int[0] : draw.rows(BAG_SHARE, 1);
        float[] orders = model.labels().orders();
        Target order = Target.of(Objective.LOGISTIC, orders).withMonotone(model.monotone());
        fit(ORDER + bag, inside, outside, order, model.settings().order());
        if (model.settings().head() != Head.HURDLE) {
            Target gmv = Target.of(Signal.ofGmv(model.settings().head()), model.labels().gmv());
            fit(GMV + bag, inside, outside, gmv, model.settings().outcome());
        } else if (model.labels().basket().isEmpty()) {
            int[] buyers = buyers(inside);
            Target basket = Target.of(Objective.GAMMA, model.labels().gmv());
            fit(
                    BASKET + bag,
                    buyers.length > 0 ? buyers : buyers(all),
                    buyers(outside),
                    basket,
                    model.settings().basket());
        }
    }

    private int[] buyers(int[] rows) {
        return Arrays.stream(rows).filter(row -> model.labels().orders()[row] > 0).toArray();
    }

    /** {@code whole} has the labels of all rows. */
    private void fit(String name, int[] inside, int[] outside, Target whole, Trees trees) {
        try (LaidRows rows = model.layJointly(inside)) {
            if (outside.length == 0 || model.settings().patience() == 0) {
                model.keep(name, rows, of(whole, rows), trees);
                return;
            }
            try (LaidRows others = model.layJointly(outside)) {
                model.keep(
                        name,
                        rows.training()
                                .fit(
                                        of(whole, rows),
                                        trees,
                                        others.training(),
                                        of(whole, others),
                                        model.settings().patience(),
                                        model.seed(name)));
            }
        }
    }

    private static Target of(Target whole, LaidRows rows) {
        return Target.of(whole.objective(), rows.of(whole.label())).withMonotone(whole.monotone());
    }

    /** What the bags' mean expects of each arm. */
    static ArmValues combine(ModelParts parts, Predictions predicted) {
        boolean perOrder = parts.provenance().settings().head() == Head.HURDLE;
        int bags = parts.constants().get("bags").intValue();
        int arms = parts.treatments().size() + 1;
        float[][] probability = mean(predicted, ORDER, bags, arms);
        if (perOrder && parts.constants().containsKey("basket")) {
            float basket = parts.constants().get("basket").floatValue();
            return new ArmValues(
                    probability, ArmValues.constant(arms, predicted.customers(), basket), true);
        }
        float[][] amount = mean(predicted, perOrder ? BASKET : GMV, bags, arms);
        return new ArmValues(probability, amount, perOrder);
    }

    private static float[][] mean(Predictions predicted, String name, int bags, int arms) {
        float[][] mean = new float[arms][predicted.customers()];
        for (int bag = 0; bag < bags; bag++) {
            float[][] byArm = predicted.jointly(name + bag);
            for (int arm = 0; arm < arms; arm++) {
                for (int i = 0; i < mean[arm].length; i++) {
                    mean[arm][i] += byArm[arm][i] / bags;
                }
            }
        }
        return mean;
    }
}
