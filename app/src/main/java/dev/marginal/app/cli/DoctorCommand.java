package dev.marginal.app.cli;

import dev.marginal.app.Ending;
import dev.marginal.app.answers.DoctorJson;
import dev.marginal.app.machine.Examination;
import dev.marginal.app.machine.Symptom;
import dev.marginal.app.machine.Symptom.Verdict;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code marginal doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = {
            "Looks whether this machine is fit: Java, memory, folders that can be written, room on the disk, time zones,",
            "fonts; loads DuckDB, XGBoost and OR-Tools and has each do a little work. Leaves no files behind."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  marginal doctor                     before the first plan, or when something strange happens",
            "  marginal doctor --store /srv/plans  as the nightly job will write",
            "  marginal doctor --json              for a container's health check",
            "",
            "Exit codes: 0 fit, also with remarks; 1 trouble; 2 usage."
        })
final class DoctorCommand implements Callable<Integer> {
    private final Console console;

    @Option(
            names = "--store",
            paramLabel = "FOLDER",
            description = "Where plans will be kept. Default: plans.")
    private Path store = Path.of("plans");

    @Mixin private Result result;

    DoctorCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        List<Symptom> symptoms = Examination.ofThisMachine(store).symptoms();
        boolean fit = symptoms.stream().allMatch(Symptom::fit);
        result.print("doctor-1", () -> DoctorJson.of(symptoms), () -> page(symptoms));
        if (fit) {
            console.next(
                    "./marginal init history.csv, or ./marginal plan examples/first-plan/campaign.yml");
        }
        return (fit ? Ending.DONE : Ending.FAILED).exitCode();
    }

    static String page(List<Symptom> symptoms) {
        List<String> lines = new ArrayList<>();
        for (Symptom symptom : symptoms) {
            lines.add(line(word(symptom.verdict()), symptom.subject(), symptom.found()));
            if (!symptom.advice().isEmpty()) {
                lines.add(line("", "", "→ " + symptom.advice()));
            }
        }
        lines.add("");
        lines.add(last(symptoms));
        return String.join("\n", lines);
    }

    private static String word(Verdict verdict) {
        return switch (verdict) {
            case OK -> "ok";
            case REMARK -> "remark";
            case TROUBLE -> "TROUBLE";
        };
    }

    private static String last(List<Symptom> symptoms) {
        long troubles = count(symptoms, Verdict.TROUBLE);
        return troubles > 0
                ? "%,d of %,d need care: do what stands beside TROUBLE, then ask again."
                        .formatted(troubles, symptoms.size())
                : count(symptoms, Verdict.REMARK) > 0
                        ? "This machine is fit. What is remarked on, no plan needs."
                        : "This machine is fit.";
    }

    private static long count(List<Symptom> symptoms, Verdict verdict) {
        return symptoms.stream().filter(symptom -> symptom.verdict() == verdict).count();
    }

    private static String line(String verdict, String subject, String found) {
        return "  %-8s %-26s %s".formatted(verdict, subject, found);
    }
}
