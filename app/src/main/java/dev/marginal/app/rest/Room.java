package dev.marginal.app.rest;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Memory for bodies: only so many bytes of them are held at once, however many clients send. */
final class Room {
    private static final int UNIT = 1024;
    private static final long PATIENCE_SECONDS = 2;

    private final int mostPerBody;
    private final Semaphore free;
    private final Rejections rejections;

    Room(long bytes, long mostPerBody, Rejections rejections) {
        this.mostPerBody = units(mostPerBody);
        this.free = new Semaphore(Math.max(units(bytes), this.mostPerBody));
        this.rejections = rejections;
    }

    private static int units(long bytes) {
        return (int) Math.min(Integer.MAX_VALUE / 2, bytes / UNIT + 1);
    }

    /**
     * Takes room for a body.
     *
     * @param bytes that it says to have; negative where it does not say
     * @return what to give back
     * @throws Refusal if there is too little for a while
     */
    int take(long bytes) {
        int wanted = bytes < 0 ? mostPerBody : Math.min(mostPerBody, units(bytes));
        try {
            if (free.tryAcquire(wanted, PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                return wanted;
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            throw Refusal.stopping();
        }
        throw rejections.counted("bodies", "Too much is being sent at once.");
    }

    /**
     * Gives back what a body turned out not to need.
     *
     * @return what is still to give back
     */
    int keepOnly(long bytes, int taken) {
        int needed = Math.min(taken, units(bytes));
        free.release(taken - needed);
        return needed;
    }

    void giveBack(int taken) {
        free.release(taken);
    }
}
