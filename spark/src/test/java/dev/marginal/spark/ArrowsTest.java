package dev.marginal.spark;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import org.junit.jupiter.api.Test;

/** The arrows of this module, which the app's own test does not see. */
class ArrowsTest {
    private static final JavaClasses ROOM =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.marginal.spark");

    @Test
    void spark_calls_only_modules_that_one_machine_plans_with() {
        holds(
                classes()
                        .that(resideInAPackage("dev.marginal.spark.."))
                        .should()
                        .onlyDependOnClassesThat(
                                not(resideInAPackage("dev.marginal.."))
                                        .or(
                                                resideInAnyPackage(
                                                        "dev.marginal.spark..",
                                                        "dev.marginal.tables..",
                                                        "dev.marginal.uplift..",
                                                        "dev.marginal.optimizer..",
                                                        "dev.marginal.scenarios.."))));
    }

    @Test
    void frameworks_of_other_modules_stay_there() {
        holds(
                noClasses()
                        .that(resideInAPackage("dev.marginal.spark.."))
                        .should()
                        .dependOnClassesThat(
                                resideInAnyPackage(
                                        "ml.dmlc..",
                                        "com.google.ortools..",
                                        "org.duckdb..",
                                        "java.sql..",
                                        "org.postgresql..")));
    }

    @Test
    void the_command_line_stays_at_the_door() {
        holds(
                noClasses()
                        .that(not(resideInAPackage("dev.marginal.spark.cli..")))
                        .should()
                        .dependOnClassesThat(resideInAPackage("dev.marginal.spark.cli.."))
                        .orShould()
                        .accessField(System.class, "out")
                        .orShould()
                        .accessField(System.class, "err"));
    }

    @Test
    void packages_form_no_cycle() {
        holds(slices().matching("dev.marginal.(**)").should().beFreeOfCycles());
    }

    private static void holds(ArchRule rule) {
        rule.check(ROOM);
    }
}
