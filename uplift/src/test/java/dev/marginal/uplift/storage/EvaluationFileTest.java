package dev.marginal.uplift.storage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.marginal.tables.Execution;
import dev.marginal.uplift.CampaignHistory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The file of a history in which nobody ordered. */
class EvaluationFileTest {
    @TempDir Path temporary;

    @Test
    void an_evaluation_without_numbers_is_json_and_comes_back() throws IOException {
        CampaignHistory silent = withoutOrders(ModelFolderTest.WORLD.history(400).history());
        StoredModel model = ModelFolderTest.model("t", silent);
        Path folder = temporary.resolve("model");

        new ModelFolder(folder).write(model);

        assertThat(model.evaluation().treatments().get(0).metrics().get(0).model().low()).isNaN();
        JsonNode json = new JsonMapper().readTree(folder.resolve("evaluation.json").toFile());
        JsonNode qini = json.at("/treatments/0/metrics/0/model");
        assertThat(qini.get("estimate").textValue()).isEqualTo("NaN");
        assertThat(new ModelFolder(folder).read(new Execution(2)).evaluation())
                .isEqualTo(model.evaluation());
    }

    private static CampaignHistory withoutOrders(CampaignHistory history) {
        return new CampaignHistory(
                history.customers(),
                history.treatments(),
                history.arm(),
                new double[history.rows()],
                history.weight(),
                history.propensity(),
                history.group(),
                history.fingerprint());
    }
}
