package dev.marginal.scenarios;

import dev.marginal.tables.Requires;

/** How much of a further amount, such as minutes of a call centre, one send of an offer uses. */
public sealed interface Amount {
    /**
     * The same for every customer.
     *
     * @param each within a billion
     */
    record Fixed(double each) implements Amount {
        public Fixed {
            Requires.require(Math.abs(each) <= 1e9, "amount", each, "within a billion");
        }
    }

    /**
     * What a column of the audience says of the customer.
     *
     * @param column of amounts, none missing
     */
    record OfColumn(String column) implements Amount {
        public OfColumn {
            Requires.text(column, "column of an amount");
        }
    }
}
