package dev.marginal.optimizer.conflict;

import static dev.marginal.optimizer.conflict.Words.say;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.kernel.Instance;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Says what each limit of a conflict would have to be. */
record Advice(Instance fight) {
    List<String> sentences(List<Leeway> leeways) {
        List<String> sentences = new ArrayList<>();
        leeways.forEach(leeway -> sentences.add(sentence(leeway)));
        int more = fight.limits().size() - Relaxing.tried(fight.limits().size());
        if (more > 0) {
            sentences.add(say("%,d more of these limits were not tried one by one", more));
        }
        return sentences;
    }

    private String sentence(Leeway leeway) {
        String change =
                leeway.side() instanceof Limit.Shared side
                        ? shared(leeway, side)
                        : personal(leeway);
        return leeway.alone() ? change : change + ", but other limits still fight then";
    }

    private static String personal(Leeway leeway) {
        Limit.Personal side = (Limit.Personal) leeway.side();
        String change = say("%,d to one customer%s", leeway.amount(), Words.who(side.where()));
        return say("%s: %s instead of %,d", side.name(), enough(leeway, change), side.most());
    }

    private String shared(Leeway leeway, Limit.Shared side) {
        Optional<Ratio> ratio = Ratio.of(side);
        if (ratio.isPresent()) {
            return ratio(leeway, ratio.get().kind());
        }
        long amount = leeway.amount() * Dial.unit(side);
        String change = Words.amount(side, Math.abs(amount - Side.amount(side)));
        if (!side.isPlain()) {
            String turn = side.hasFloor() ? " less" : " more";
            return say("%s: %s", Words.subject(side), enough(leeway, change + turn));
        }
        return side.hasFloor()
                ? floor(leeway, side, amount, change)
                : say(
                        "%s: %s instead of %s, %s more",
                        Words.subject(side),
                        enough(leeway, Words.amount(side, amount)),
                        Words.number(side, side.most()),
                        Words.number(side, amount - side.most()));
    }

    private String floor(Leeway leeway, Limit.Shared side, long amount, String change) {
        String fits =
                leeway.enough()
                        ? say("%s would fit", Words.amount(side, amount))
                        : say("at most %s can fit", Words.amount(side, amount));
        Optional<Limit.Shared> ceiling =
                fight.shared().stream()
                        .filter(other -> Contradiction.exceeds(side, other))
                        .filter(other -> other.most() == amount)
                        .findFirst();
        if (ceiling.isPresent() && side.countsSends()) {
            return say(
                    "%s needs %s than %s allows: %s",
                    Words.subject(side),
                    change.replaceFirst(" ", " more "),
                    Words.subject(ceiling.get()),
                    fits);
        }
        return say(
                "%s: %s instead of %s, %s %s",
                Words.subject(side),
                fits,
                Words.number(side, side.least()),
                Words.number(side, side.least() - amount),
                side.countsSends() ? "fewer" : "less");
    }

    private static String enough(Leeway leeway, String change) {
        return leeway.enough() ? change + " would be enough" : "at least " + change;
    }

    private static String ratio(Leeway leeway, Ratio.Kind kind) {
        String figure = figure(kind, leeway.amount());
        String most = kind.direction > 0 ? "lowest" : "highest";
        String side = kind.direction > 0 ? "at least " : "at most ";
        return leeway.enough()
                ? say("%s: %s is the %s that can be kept", leeway.side().name(), figure, most)
                : say("%s: %s can be kept", leeway.side().name(), side + figure);
    }

    private static String figure(Ratio.Kind kind, long steps) {
        return kind == Ratio.Kind.ROI
                ? say("%.2f", (double) steps / kind.steps)
                : say("%.1f %%", 100.0 * steps / kind.steps);
    }
}
