package dev.marginal.app.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.marginal.app.machine.Examination;
import dev.marginal.app.machine.Symptom;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DoctorCommandTest {
    @TempDir Path folder;

    @Test
    void a_machine_that_builds_marginal_loads_its_libraries_and_nothing_is_left_behind() {
        Path store = folder.resolve("not/there/yet");

        Run doctor = Run.of("doctor", "--store", store);

        assertThat(doctor.results())
                .containsPattern("ok +java +[0-9]+ ")
                .containsPattern("ok +DuckDB +loads and reads and counts")
                .containsPattern("ok +XGBoost +loads and grows trees")
                .containsPattern("ok +OR-Tools +loads and solves")
                .containsPattern("ok +code in temporary files +may run")
                .contains(folder + " can be written and locked");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void programs_read_each_check() {
        Run doctor = Run.of("doctor", "--json", "--store", folder);

        assertThat(doctor.results())
                .contains("\"schema\" : \"doctor-1\"", "\"subject\" : \"time zones\"")
                .contains("\"fit\" : true,\n  \"checks\"");
    }

    @Test
    void what_no_plan_needs_is_a_remark_and_the_machine_is_fit() {
        Symptom fonts =
                new Symptom("fonts", Symptom.Verdict.REMARK, "none", "Install some, for pictures.");
        Symptom java = new Symptom("java", Symptom.Verdict.OK, "17", "");

        String page = DoctorCommand.page(List.of(java, fonts));

        assertThat(fonts.fit()).isTrue();
        assertThat(page)
                .containsPattern("remark +fonts +none\n +→ Install some, for pictures")
                .endsWith("This machine is fit. What is remarked on, no plan needs.");
    }

    @Test
    void whatever_is_not_ok_says_what_to_do() throws IOException {
        Path file = Files.writeString(folder.resolve("plans"), "a file where a folder should be");

        assertThat(new Examination(file, file).symptoms())
                .allSatisfy(
                        one -> {
                            boolean ok = one.verdict() == Symptom.Verdict.OK;
                            assertThat(one.advice().isEmpty()).as(one.subject()).isEqualTo(ok);
                            assertThat(ok || one.advice().endsWith(".")).isTrue();
                        });
    }

    @Test
    void a_folder_that_cannot_be_written_is_trouble_with_a_way_out() throws IOException {
        Path file = Files.writeString(folder.resolve("plans"), "a file where a folder should be");

        List<Symptom> symptoms = new Examination(file, file).symptoms();

        assertThat(symptoms)
                .filteredOn(one -> !one.fit())
                .extracting(Symptom::subject)
                .contains("temporary files", "plans", "code in temporary files");
        assertThat(symptoms)
                .filteredOn(one -> one.subject().equals("plans"))
                .allSatisfy(
                        one -> {
                            assertThat(one.found()).startsWith(file + " cannot be written (");
                            assertThat(one.advice())
                                    .isEqualTo("Point --store to a folder of yours.");
                        });
        assertThat(folder.toFile().list()).containsExactly("plans");
    }
}
