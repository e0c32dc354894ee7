package dev.marginal.scenarios.contacts;

import java.time.ZoneId;

/** Whose clock counts. */
public sealed interface Zone {
    /** The customer's, or {@code fallback} where it is unknown. */
    record Customers(ZoneId fallback) implements Zone {}

    /** One for everyone: the campaign's, a project's. */
    record Fixed(ZoneId zone) implements Zone {}

    /** The zone for a customer whose own is {@code customers}; null where it is unknown. */
    default ZoneId of(ZoneId customers) {
        if (this instanceof Fixed fixed) {
            return fixed.zone();
        }
        return customers == null ? ((Customers) this).fallback() : customers;
    }
}
