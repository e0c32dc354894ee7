package dev.marginal.scenarios.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** That today's budget leaves what was spent before within the whole of it. */
record PacingClaims(JsonNode plan, CampaignWords words) {
    void addTo(List<Claim> claims) {
        JsonNode today = plan.path("todays_budget");
        if (!today.isObject()) {
            return;
        }
        BigDecimal total = CampaignWords.money(today.path("total"));
        BigDecimal spent = CampaignWords.money(today.path("spent"));
        BigDecimal now = CampaignWords.money(today.path("today"));
        boolean within = spent.add(now).compareTo(total) <= 0 || now.signum() == 0;
        claims.add(
                new Claim(
                        "today's budget and what was spent before stay within the campaign's",
                        within && total.compareTo(words.wholeBudget()) == 0,
                        "spent %s, today %s of %s".formatted(spent, now, words.wholeBudget())));
        claims.add(
                new Claim(
                        "the campaign runs on the plan's day, and so many days are left",
                        today.path("days_left").asLong() == daysLeft(),
                        "%d days".formatted(daysLeft())));
    }

    private long daysLeft() {
        LocalDate until = LocalDate.parse(words.of("flight").path("until").asText());
        return ChronoUnit.DAYS.between(LocalDate.parse(plan.path("date").asText()), until) + 1;
    }
}
