package dev.marginal.scenarios.drafting;

import dev.marginal.tables.ColumnProfile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Guesses what every column means, one role after the other. */
record Guesser(Tables tables) {
    /**
     * The whole guess.
     *
     * @throws dev.marginal.tables.BadInput if something cannot be guessed, or is not as a user said
     */
    Guess guess(Wishes wishes) {
        Map<String, ColumnGuess> roles = new LinkedHashMap<>();
        TreatmentGuess treatments = new TreatmentGuess(tables);
        ColumnProfile treatment = treatments.column(wishes);
        put(roles, Role.TREATMENT, pick(wishes, Wish.TREATMENT, treatments::column).orElseThrow());
        String control = treatments.control(treatment, wishes);
        OutcomeGuess outcomes = new OutcomeGuess(tables);
        ColumnProfile outcome = outcomes.column(wishes, roles.keySet());
        Pick picked =
                pick(wishes, Wish.OUTCOME, () -> outcomes.column(roles.keySet())).orElseThrow();
        put(
                roles,
                Role.OUTCOME,
                new Pick(picked.value(), OutcomeGuess.why(outcome), picked.doubt()));
        for (Map.Entry<Role, Wish> one : rowRoles().entrySet()) {
            pick(wishes, one.getValue(), () -> guessed(one.getKey(), roles.keySet()))
                    .ifPresent(found -> put(roles, one.getKey(), found));
        }
        FeatureGuess features = new FeatureGuess(tables, wishes);
        List<ColumnGuess> all = new ArrayList<>();
        for (ColumnProfile column : tables.columns()) {
            ColumnGuess known = roles.get(column.name());
            all.add(known == null ? features.of(column) : known);
        }
        return new Guess(all, treatment, control, audienceCustomer(roles));
    }

    private static Map<Role, Wish> rowRoles() {
        Map<Role, Wish> roles = new LinkedHashMap<>();
        roles.put(Role.CUSTOMER, Wish.CUSTOMER);
        roles.put(Role.PROPENSITY, Wish.PROPENSITY);
        roles.put(Role.COST, Wish.COST);
        roles.put(Role.TIME, Wish.TIME);
        roles.put(Role.WEIGHT, Wish.WEIGHT);
        return roles;
    }

    private Optional<Pick> guessed(Role role, Set<String> taken) {
        RowGuess rows = new RowGuess(tables);
        return switch (role) {
            case CUSTOMER -> new CustomerGuess(tables.history()).column(taken);
            case PROPENSITY -> rows.propensity(taken);
            case COST -> rows.cost(taken);
            case TIME -> rows.time(taken);
            default -> rows.weight(taken);
        };
    }

    private Optional<String> audienceCustomer(Map<String, ColumnGuess> roles) {
        Optional<String> ofHistory =
                roles.values().stream()
                        .filter(guess -> guess.role() == Role.CUSTOMER)
                        .map(ColumnGuess::column)
                        .findFirst();
        if (tables.audience().isEmpty() || ofHistory.filter(tables::audienceHas).isPresent()) {
            return ofHistory;
        }
        return new CustomerGuess(tables.audience().get()).column(Set.of()).map(Pick::value);
    }

    private Optional<Pick> pick(Wishes wishes, Wish wish, Supply guess) {
        Optional<Pick> said =
                wishes.of(wish).map(column -> Pick.asked(tables.named(wish, column).name()));
        return said.isPresent() ? said : guess.get();
    }

    /** A guess, made only where nobody said anything. */
    private interface Supply {
        Optional<Pick> get();
    }

    private static void put(Map<String, ColumnGuess> roles, Role role, Pick pick) {
        roles.put(pick.value(), new ColumnGuess(pick.value(), role, pick.why(), pick.doubt()));
    }
}
