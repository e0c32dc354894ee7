package dev.marginal.optimizer.kernel;

import java.util.function.Function;

/** A chooser for each family, made when first asked for; for one thread. */
public final class Choosers {
    private final Families families;
    private final Function<PersonalLimits, Chooser> make;
    private final Chooser[] made;

    private Choosers(Families families, Function<PersonalLimits, Chooser> make) {
        this.families = families;
        this.make = make;
        this.made = new Chooser[families.count()];
    }

    /** Exact ones. */
    public static Choosers of(Families families) {
        return new Choosers(families, PersonalLimits::chooser);
    }

    /** {@linkplain PersonalLimits#relaxedChooser Relaxed} ones. */
    public static Choosers relaxed(Families families) {
        return new Choosers(families, PersonalLimits::relaxedChooser);
    }

    /** The chooser of one row's customer. */
    public Chooser of(Columns columns, int row) {
        return get(columns.family(row));
    }

    Chooser get(int family) {
        if (made[family] == null) {
            made[family] = make.apply(families.get(family));
        }
        return made[family];
    }
}
