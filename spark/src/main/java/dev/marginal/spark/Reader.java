package dev.marginal.spark;

import dev.marginal.optimizer.parts.Joint;
import dev.marginal.optimizer.parts.Portion;
import java.io.Serializable;
import org.apache.spark.broadcast.Broadcast;

/**
 * Reads parts as one campaign's.
 *
 * @param campaign another name for every search
 * @param joint what its parts have to know of the whole
 */
record Reader(String campaign, Broadcast<Joint> joint) implements Serializable {
    Portion of(Part<?> part) {
        return part.portion(campaign, joint.value());
    }
}
