package dev.marginal.scenarios.reasons;

import dev.marginal.scenarios.NotSent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers reasons in the order in which they are first asked for. */
final class Catalogue {
    private final List<NotSent> reasons = new ArrayList<>();
    private final Map<NotSent, Integer> numbers = new HashMap<>();

    int number(NotSent reason) {
        return numbers.computeIfAbsent(
                reason,
                added -> {
                    reasons.add(added);
                    return reasons.size() - 1;
                });
    }

    int number(NotSent.Code code, String rule) {
        return number(new NotSent(code, rule));
    }

    NotSent get(int number) {
        return reasons.get(number);
    }

    int size() {
        return reasons.size();
    }
}
