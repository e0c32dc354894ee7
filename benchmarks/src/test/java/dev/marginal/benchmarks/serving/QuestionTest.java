package dev.marginal.benchmarks.serving;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.campaignfile.CampaignFileReader;
import dev.marginal.scenarios.campaignfile.ScenarioReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Questions that are drawn. */
class QuestionTest {
    private static final Planted PLANTED =
            new Planted(
                    1_000,
                    Map.of("channel push, sends", 200.0),
                    List.of("push", "email", "sms", "letter", "coupon_5"));

    @Test
    void no_question_is_drawn_twice_and_a_longer_list_begins_with_the_shorter_one() {
        List<Question> many = Question.drawn(900, 3, PLANTED);

        assertThat(many).doesNotHaveDuplicates().hasSize(900);
        assertThat(many.subList(0, 90)).isEqualTo(Question.drawn(90, 3, PLANTED));
        assertThat(many).extracting(Question::kind).contains(Kind.values());
        assertThat(Question.drawn(9, 4, PLANTED)).isNotEqualTo(many.subList(0, 9));
    }

    @Test
    void every_question_can_be_asked_of_the_planted_campaign(@TempDir Path folder)
            throws IOException {
        Path file = folder.resolve("campaign.yml");
        String text =
                new PlantedWords(101)
                        .limited("audience.parquet", 5_000, Map.of("push", 100L, "sms", 50L));
        CampaignFile campaign = CampaignFileReader.read(Files.writeString(file, text));

        assertThat(campaign.rules().all()).hasSize(6);
        for (Question question : Question.drawn(90, 5, PLANTED)) {
            String scenario = Asking.json(question.body()).get("scenario").toString();
            assertThat(ScenarioReader.read(scenario, "x", folder, campaign).all())
                    .singleElement()
                    .satisfies(read -> assertThat(read.changes()).isNotEmpty());
        }
    }
}
