package dev.marginal.benchmarks;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The arrows of this module, which the app's own test does not see. */
class ArrowsTest {
    private static final JavaClasses BENCHMARKS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("dev.marginal.benchmarks");

    @Test
    void benchmarks_call_every_room_but_the_doors() {
        classes()
                .should()
                .onlyDependOnClassesThat(
                        not(resideInAPackage("dev.marginal.."))
                                .or(
                                        resideInAnyPackage(
                                                "dev.marginal.benchmarks..",
                                                "dev.marginal.scenarios..",
                                                "dev.marginal.optimizer..",
                                                "dev.marginal.spark..",
                                                "dev.marginal.boosting..",
                                                "dev.marginal.uplift..",
                                                "dev.marginal.value..",
                                                "dev.marginal.tables..")))
                .check(BENCHMARKS);
    }

    @Test
    void only_peers_import_native_libraries() {
        noClasses()
                .that(not(resideInAPackage("dev.marginal.benchmarks.peers..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("com.google.ortools..", "ml.dmlc.."))
                .check(BENCHMARKS);
    }

    @Test
    void only_the_comparison_with_spark_imports_spark() {
        noClasses()
                .that(not(resideInAPackage("dev.marginal.benchmarks.spreading..")))
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage("org.apache.spark..", "dev.marginal.spark.."))
                .check(BENCHMARKS);
    }

    @Test
    void packages_form_no_cycle() {
        slices().matching("dev.marginal.(**)").should().beFreeOfCycles().check(BENCHMARKS);
    }

    @Test
    void only_the_door_prints() {
        noClasses()
                .that(not(resideInAnyPackage("dev.marginal.benchmarks.cli..", "..jmh_generated..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .check(BENCHMARKS);
    }
}
