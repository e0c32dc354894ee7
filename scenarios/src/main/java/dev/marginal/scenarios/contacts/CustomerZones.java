package dev.marginal.scenarios.contacts;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;

/**
 * The time zones of customers.
 *
 * @param zones those that occur
 * @param code {@code [customer]}: number of the customer's zone; −1 where it is unknown
 */
public record CustomerZones(List<ZoneId> zones, short[] code) {
    public CustomerZones {
        zones = List.copyOf(zones);
    }

    /** Unknown for everyone. */
    public static CustomerZones unknown(int customers) {
        short[] code = new short[customers];
        Arrays.fill(code, (short) -1);
        return new CustomerZones(List.of(), code);
    }
}
