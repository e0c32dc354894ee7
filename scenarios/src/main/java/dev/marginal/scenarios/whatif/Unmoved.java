package dev.marginal.scenarios.whatif;

import dev.marginal.optimizer.Limit;
import dev.marginal.optimizer.LimitUse;
import dev.marginal.optimizer.OfferBook;
import dev.marginal.optimizer.SendPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Why a scenario moves nobody. */
public final class Unmoved {
    private final Answer answer;
    private final SendPlan plan;
    private final Map<String, LimitUse> before = new LinkedHashMap<>();
    private final List<String> reasons = new ArrayList<>();

    private Unmoved(Answer answer, Answer baseline) {
        this.answer = answer;
        this.plan = baseline.plan().sends();
        plan.limits().forEach(use -> before.put(use.limit().name(), use));
    }

    /** The reasons, in sentences; empty where somebody gets something else than before. */
    public static List<String> why(Answer answer, Answer baseline) {
        boolean asked = !answer.scenario().changes().isEmpty();
        return asked && answer.plan().since(baseline.plan()).size() == 0
                ? new Unmoved(answer, baseline).why(baseline)
                : List.of();
    }

    private List<String> why(Answer baseline) {
        limits();
        closed(baseline.brief());
        if (!answer.brief().file().daily().equals(baseline.brief().file().daily())) {
            reasons.add("what the day leaves open keeps nobody from what is best for them");
        }
        if (!BookKey.of(answer.brief()).valuesAs(BookKey.of(baseline.brief()))) {
            reasons.add("values or costs change, but not what is best for anybody");
        }
        if (reasons.isEmpty()) {
            reasons.add("the plan as it is keeps all that is asked, and none is better");
        }
        return reasons;
    }

    private void limits() {
        for (LimitUse use : answer.plan().sends().limits()) {
            LimitUse old = before.remove(use.limit().name());
            if (old == null) {
                reasons.add(use.limit().name() + " is kept already");
            } else if (!old.limit().equals(use.limit())) {
                reasons.add(loose(old));
            }
        }
        before.values().forEach(gone -> reasons.add(loose(gone)));
    }

    private static String loose(LimitUse old) {
        Limit.Shared limit = old.limit();
        String name = limit.name();
        if (!limit.isPlain() || !limit.hasCeiling()) {
            return name + (old.binds() ? " moves too little" : " did not bind");
        }
        double unit = limit.countsSends() ? 1 : OfferBook.MICROS;
        return String.format(
                Locale.ROOT,
                limit.countsSends()
                        ? "%s %s: %,.0f of %,.0f were used"
                        : "%s %s: %,.2f of %,.2f were used",
                name,
                old.binds() ? "moves too little" : "did not bind",
                old.use() / unit,
                limit.most() / unit);
    }

    private void closed(Brief old) {
        Brief now = answer.brief();
        if (!now.closed().equals(old.closed())) {
            reasons.add("nobody got what is left out");
        }
        if (!now.groups().equals(old.groups()) || now.heldOut() != old.heldOut()) {
            reasons.add("nobody of those who are left out got anything");
        }
    }
}
