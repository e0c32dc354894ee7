package dev.marginal.scenarios.audit;

import java.io.Serializable;
import java.math.BigDecimal;
import java.util.List;
import java.util.SortedMap;

/**
 * What the audit of one part of a plan's customers found.
 *
 * @param claims those that hold of the part by itself
 * @param uses what the part's sends use of each shared limit, in the limits' order
 * @param most the most that any one customer gets of each personal limit's offers
 * @param bound the part's share of the bound, without what the limits themselves are worth
 * @param coFunding what others pay of the part's sends
 * @param held how many customers each holdout holds out, by its name
 */
record PartFindings(
        List<Claim> claims,
        List<BigDecimal> uses,
        List<Long> most,
        double bound,
        BigDecimal coFunding,
        SortedMap<String, Long> held)
        implements Serializable {
    PartFindings {
        claims = List.copyOf(claims);
        uses = List.copyOf(uses);
        most = List.copyOf(most);
    }
}
