package dev.marginal.optimizer.kernel;

/** Everyone in this machine's memory. */
record Here(Instance instance, Workers workers) implements Everyone {
    @Override
    public Sums sums(double[] prices, Curvature curvature) {
        return pass().sums(instance.rates(prices), curvature);
    }

    @Override
    public Columns gather(int[] customers) {
        return instance.columns().gather(customers);
    }

    @Override
    public Open open(double[] middle, double[] radius) {
        Pass.Screened screened = pass().screened(instance.rates(middle), instance.reach(radius));
        int[] open = screened.open();
        return new Open(
                instance,
                open,
                instance.columns().gather(open, workers),
                screened.choices(),
                screened.settled());
    }

    @Override
    public SlopeSums slopes() {
        return SlopeSums.of(instance, workers);
    }

    @Override
    public double mostPerUnit(int row) {
        return instance.mostPerUnit(row);
    }

    private Pass pass() {
        return new Pass(instance, instance.columns(), workers);
    }
}
