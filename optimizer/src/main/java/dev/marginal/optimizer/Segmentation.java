package dev.marginal.optimizer;

import dev.marginal.tables.Requires;
import java.io.Serializable;
import java.util.List;

/**
 * Sorts the customers of a book by one of their columns, so that limits can speak of some of them.
 *
 * @param column such as {@code stage}
 * @param names the values that occur, such as {@code new} and {@code active}
 * @param code {@code [customer]}: number of the customer's value among the names
 */
public record Segmentation(String column, List<String> names, int[] code) implements Serializable {
    public Segmentation {
        Requires.text(column, "segment column");
        names = List.copyOf(names);
        for (int number : code) {
            if (number < 0 || number >= names.size()) {
                Requires.require(false, "code of " + column, number, "0 to " + (names.size() - 1));
            }
        }
    }

    /**
     * The same values of the same customers, numbered by other names.
     *
     * @param others all names that occur, and maybe more
     */
    public Segmentation named(List<String> others) {
        int[] number = names.stream().mapToInt(others::indexOf).toArray();
        int[] numbered = code.clone();
        for (int customer = 0; customer < numbered.length; customer++) {
            numbered[customer] = number[numbered[customer]];
        }
        return new Segmentation(column, others, numbered);
    }
}
