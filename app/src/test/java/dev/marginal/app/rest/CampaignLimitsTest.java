package dev.marginal.app.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.planning.PlanningJob;
import dev.marginal.scenarios.planning.Progress;
import dev.marginal.scenarios.planning.Valued;
import dev.marginal.scenarios.whatif.PlanningDesk;
import dev.marginal.tables.Execution;
import dev.marginal.tables.duckdb.DuckDbReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A campaign tells the limits that scenarios can name, and no others. */
class CampaignLimitsTest extends ServiceTest {
    @Test
    void what_a_confidence_makes_of_the_budget_is_no_limit_to_name() throws IOException {
        try (Served.Running sure = Served.start(sure())) {
            List<String> limits = new ArrayList<>();
            JsonNode campaign = Client.json(sure.client().get("/v1/campaigns/small"));
            campaign.get("limits").forEach(limit -> limits.add(limit.get("limit").asText()));

            assertThat(limits)
                    .containsExactly(
                            "budget", "channel push, sends", "contacts", "contacts coupon");
            for (String limit : limits.subList(1, limits.size())) {
                String dropped =
                        "{\"campaign\":\"small\",\"scenario\":{\"drop\":[\"%s\"]}}"
                                .formatted(limit);
                assertThat(sure.client().post("/v1/what-if", dropped).statusCode()).isEqualTo(200);
            }
        }
    }

    /** The campaign with a budget that is kept with 95 % confidence. */
    private static PlanningDesk sure() throws IOException {
        Path file = served.valued().file().path();
        Path sure =
                Files.writeString(
                        file.resolveSibling("sure.yml"),
                        "budget_confidence: 0.95\n"
                                + Files.readString(file)
                                        .replace("target_gap: 1e-4", "target_gap: 1e-2"));
        Execution execution = new Execution(2);
        Valued valued =
                new PlanningJob(new DuckDbReader(), execution, Progress.SILENT)
                        .value(CampaignFileReader.read(sure), served.valued().model());
        return new PlanningDesk(valued, new DuckDbReader(), execution);
    }
}
