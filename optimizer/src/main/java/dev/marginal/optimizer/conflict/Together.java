package dev.marginal.optimizer.conflict;

import dev.marginal.optimizer.Limit;
import java.util.List;
import java.util.OptionalLong;

/** What the only floor of a conflict could ask for at most if all its other limits were kept. */
record Together(List<Limit> conflict, Worthless worthless, Feasibility feasibility) {
    /** In the floor's units; empty where less than it asks for is not proven. */
    OptionalLong roomFor(Limit.Shared floor) {
        Dial dial = Dial.of(floor, worthless.book());
        try (Dual dual = feasibility.dual(conflict, worthless)) {
            long room = dial.stepFor(dual.asked(floor, conflict).amount()) * Dial.unit(floor);
            return room < floor.least() ? OptionalLong.of(room) : OptionalLong.empty();
        }
    }
}
