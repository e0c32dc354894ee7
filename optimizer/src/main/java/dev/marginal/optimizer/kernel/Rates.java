package dev.marginal.optimizer.kernel;

import java.util.Arrays;

/**
 * What prices make of every offer in every cell: the reduced value of a send is {@code α·value −
 * β·cost − γ − Σ δ·measure}, in micro-units.
 *
 * @param alpha {@code [offer][cell]}: worth of one micro-unit of value
 * @param beta {@code [offer][cell]}: price of one micro-unit of cost
 * @param gamma {@code [offer][cell]}: price of one send in micro-units
 * @param delta {@code [measure][offer][cell]}: price of one millionth of a measure
 */
public record Rates(double[][] alpha, double[][] beta, double[][] gamma, double[][][] delta) {
    /** Whether an offer's rates are the same in every cell and its value counts as it is. */
    boolean isPlain(int offer) {
        return gamma[offer].length == 1 && delta.length == 0 && alpha[offer][0] == 1;
    }

    /** The rates of a table's limits at signed prices. */
    static Rates at(double[] prices, RowTable table, int offers, int cells) {
        int measures = table.kinds() - RowTable.MEASURES;
        Rates rates =
                new Rates(
                        new double[offers][cells],
                        new double[offers][cells],
                        new double[offers][cells],
                        new double[measures][offers][cells]);
        for (double[] alpha : rates.alpha) {
            Arrays.fill(alpha, 1);
        }
        for (int cell = 0; cell < cells; cell++) {
            for (int offer = 0; offer < offers; offer++) {
                rates.add(prices, table, offer, cell);
            }
        }
        return rates;
    }

    private void add(double[] prices, RowTable table, int offer, int cell) {
        int[] rows = table.rows(cell, offer);
        long[] weights = table.weights(cell, offer);
        for (int i = 0; i < rows.length; i++) {
            double price = prices[rows[i]];
            if (price != 0) {
                int at = i * table.kinds();
                gamma[offer][cell] += price * weights[at + RowTable.SENDS];
                beta[offer][cell] += price * weights[at + RowTable.COST];
                alpha[offer][cell] -= price * weights[at + RowTable.VALUE];
                for (int measure = 0; measure < delta.length; measure++) {
                    delta[measure][offer][cell] +=
                            price * weights[at + RowTable.MEASURES + measure];
                }
            }
        }
    }

    /** How far the rates can move while each price moves at most this far. */
    static Rates reach(double[] radius, RowTable table, int offers, int cells) {
        Rates reach =
                new Rates(
                        new double[offers][cells],
                        new double[offers][cells],
                        new double[offers][cells],
                        new double[table.kinds() - RowTable.MEASURES][offers][cells]);
        for (int cell = 0; cell < cells; cell++) {
            for (int offer = 0; offer < offers; offer++) {
                reach.widen(radius, table, offer, cell);
            }
        }
        return reach;
    }

    private void widen(double[] radius, RowTable table, int offer, int cell) {
        int[] rows = table.rows(cell, offer);
        long[] weights = table.weights(cell, offer);
        for (int i = 0; i < rows.length; i++) {
            double far = radius[rows[i]];
            int at = i * table.kinds();
            gamma[offer][cell] += far * Math.abs(weights[at + RowTable.SENDS]);
            beta[offer][cell] += far * Math.abs(weights[at + RowTable.COST]);
            alpha[offer][cell] += far * Math.abs(weights[at + RowTable.VALUE]);
            for (int measure = 0; measure < delta.length; measure++) {
                delta[measure][offer][cell] +=
                        far * Math.abs(weights[at + RowTable.MEASURES + measure]);
            }
        }
    }
}
