package dev.marginal.optimizer.kernel;

/** The offers worth sending to one customer, best first; ties by offer number. */
final class Candidates {
    private final int[] offer = new int[Long.SIZE];
    private int count;

    /** Keeps the allowed offers of positive reduced value, or the {@code most} best of them. */
    void rank(double[] reduced, PersonalLimits limits, int most) {
        count = 0;
        for (int candidate = 0; candidate < reduced.length; candidate++) {
            if (reduced[candidate] > 0 && limits.allows(candidate)) {
                if (count < most) {
                    insert(candidate, reduced);
                } else if (reduced[candidate] > reduced[offer[most - 1]]) {
                    count--;
                    insert(candidate, reduced);
                }
            }
        }
    }

    int count() {
        return count;
    }

    int offer(int rank) {
        return offer[rank];
    }

    private void insert(int candidate, double[] reduced) {
        int place = count++;
        while (place > 0 && reduced[offer[place - 1]] < reduced[candidate]) {
            offer[place] = offer[place - 1];
            place--;
        }
        offer[place] = candidate;
    }
}
