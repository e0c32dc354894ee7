package dev.marginal.optimizer.kernel;

/** Finds the rows of a chunk whose choice some rates between two could change. */
final class Screen {
    /** Covers the rounding of a reduced value many times over. */
    private static final double MARGIN = 1e-3;

    private final double[][] best;
    private final double[][] worst;
    private final double[] rival;
    private final Chooser chooser;

    Screen(int offers, PersonalLimits personal) {
        this.best = new double[offers][Chunk.ROWS];
        this.worst = new double[offers][Chunk.ROWS];
        this.rival = new double[offers];
        this.chooser = personal.chooser();
    }

    void mark(Chunk chunk, Rates cheapest, Rates dearest, boolean[] unsettled, int row) {
        chunk.reduce(cheapest, best);
        chunk.reduce(dearest, worst);
        for (int i = 0; i < chunk.size(); i++) {
            long set = chunk.chosen(i);
            for (int offer = 0; offer < rival.length; offer++) {
                boolean chosen = (set >>> offer & 1) != 0;
                rival[offer] = chosen ? worst[offer][i] - MARGIN : best[offer][i] + MARGIN;
            }
            unsettled[row + i] = chooser.choose(rival) != set;
        }
    }
}
