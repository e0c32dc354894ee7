package dev.marginal.optimizer.kernel;

/**
 * Tells what offers are worth to customers side by side, all of one stretch at once.
 *
 * @param alike the customers
 * @param cell of each customer
 * @param same whether these are the cells that stretches know
 */
record Valuing(Alike alike, char[] cell, boolean same) {
    /** What an offer is worth to each of a stretch, in currency. */
    void of(Worth side, int offer, Stretch stretch, float[] into) {
        if (knowsCell(stretch)) {
            inOneCell(side, offer, stretch, into);
        } else {
            inSeveral(side, offer, stretch, into);
        }
    }

    /** Whether all of a stretch are of the cell that it names. */
    boolean knowsCell(Stretch stretch) {
        return same && stretch.isOfOneCell();
    }

    /** The cell of who is at a place of a stretch. */
    int cell(Stretch stretch, int place) {
        return knowsCell(stretch) ? stretch.cell() : cell[alike.order()[place]];
    }

    private void inOneCell(Worth side, int offer, Stretch stretch, float[] into) {
        float alpha = side.value()[offer][stretch.cell()];
        float size = side.size()[offer][stretch.cell()];
        float beta = side.cost()[offer][stretch.cell()];
        float each = side.each()[offer][stretch.cell()];
        float[] value = alike.value()[offer];
        float[] cost = alike.cost()[offer];
        int from = stretch.from();
        for (int i = 0; i < stretch.size(); i++) {
            float own = value[from + i];
            into[i] = alpha * own + size * Math.abs(own) - beta * cost[from + i] - each;
        }
    }

    private void inSeveral(Worth side, int offer, Stretch stretch, float[] into) {
        float[] value = alike.value()[offer];
        float[] cost = alike.cost()[offer];
        int from = stretch.from();
        for (int i = 0; i < stretch.size(); i++) {
            int at = cell[alike.order()[from + i]];
            into[i] = side.of(offer, at, value[from + i], cost[from + i]);
        }
    }
}
