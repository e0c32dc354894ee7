package dev.marginal.app;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arrows of docs/architecture.md. */
class HouseTest {
    private static final JavaClasses HOUSE =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.marginal");

    @Test
    void the_whole_house_is_looked_at() {
        assertThat(HOUSE.stream().map(type -> type.getPackageName().split("\\.")[2]))
                .contains(
                        "tables",
                        "boosting",
                        "reports",
                        "uplift",
                        "optimizer",
                        "value",
                        "scenarios",
                        "app");
    }

    @ParameterizedTest(name = "{0} calls only: {1}")
    @CsvSource({
        "tables,    ''",
        "boosting,  tables",
        "reports,   ''",
        "uplift,    tables boosting",
        "optimizer, tables",
        "value,     tables boosting reports",
        "scenarios, tables boosting reports uplift optimizer value",
        "app,       tables boosting reports uplift optimizer value scenarios"
    })
    void arrows_point_downwards(String module, String below) {
        String[] allowed = (module + " " + below).strip().split(" ");
        String[] packages = new String[allowed.length];
        for (int i = 0; i < allowed.length; i++) {
            packages[i] = "dev.marginal." + allowed[i] + "..";
        }
        holds(
                classes()
                        .that(resideInAPackage("dev.marginal." + module + ".."))
                        .should()
                        .onlyDependOnClassesThat(
                                not(resideInAPackage("dev.marginal.."))
                                        .or(resideInAnyPackage(packages))));
    }

    @ParameterizedTest(name = "{0} stays in {1}")
    @CsvSource({
        "ml.dmlc..,           dev.marginal.boosting..",
        "com.google.ortools.., dev.marginal.optimizer.solving.ortools..",
        "org.duckdb..,        dev.marginal.tables.duckdb..",
        "java.sql..,          dev.marginal.tables.duckdb.. dev.marginal.scenarios.store.postgres..",
        "org.postgresql..,    dev.marginal.scenarios.store.postgres..",
        "io.javalin..,        dev.marginal.app.rest..",
        "org.eclipse.jetty.., dev.marginal.app.rest..",
        "picocli..,           dev.marginal.app.cli..",
        "me.tongfei..,        dev.marginal.app.cli..",
        "org.quartz..,        dev.marginal.app.job.quartz..",
        "com.github.weisj..,  dev.marginal.app.pictures.."
    })
    void each_framework_stays_in_one_package(String framework, String home) {
        holds(
                noClasses()
                        .that(not(resideInAnyPackage(home.split(" "))))
                        .should()
                        .dependOnClassesThat(resideInAPackage(framework)));
    }

    @Test
    void packages_form_no_cycle() {
        holds(slices().matching("dev.marginal.(**)").should().beFreeOfCycles());
    }

    @Test
    void only_doors_print() {
        holds(
                noClasses()
                        .that(not(resideInAPackage("dev.marginal.app..")))
                        .should()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"));
    }

    private static void holds(ArchRule rule) {
        rule.check(HOUSE);
    }
}
