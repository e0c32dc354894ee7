package dev.marginal.optimizer.allocation;

import net.jqwik.api.Group;

/** Holds every allocator to its contract. */
class AllocatorContractTest {
    @Group
    class Exact implements AllocatorContract {
        @Override
        public AllocatorKind kind() {
            return AllocatorKind.EXACT;
        }
    }

    @Group
    class Price implements AllocatorContract {
        @Override
        public AllocatorKind kind() {
            return AllocatorKind.PRICE;
        }
    }

    @Group
    class Greedy implements AllocatorContract {
        @Override
        public AllocatorKind kind() {
            return AllocatorKind.GREEDY;
        }
    }

    @Group
    class AtRandom implements AllocatorContract {
        @Override
        public AllocatorKind kind() {
            return AllocatorKind.RANDOM;
        }
    }

    @Group
    class Standard implements AllocatorContract {
        @Override
        public AllocatorKind kind() {
            return AllocatorKind.STANDARD;
        }
    }
}
