package dev.marginal.scenarios.daily;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.tables.Problem;
import dev.marginal.tables.Problems;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What campaigns must have in common to be planned together. */
final class OneHouse {
    private static final int MOST_OFFERS = 64;

    private OneHouse() {}

    /**
     * Checks names, contacts files and the number of offers.
     *
     * @throws dev.marginal.tables.BadInput with everything that does not go together
     */
    static void require(List<CampaignFile> files) {
        Problems problems = new Problems();
        Set<String> names = new HashSet<>();
        Optional<Path> contacts = contacts(files.get(0));
        int offers = 0;
        for (CampaignFile file : files) {
            offers += file.offers().size();
            if (!names.add(file.campaign())) {
                problems.add(
                        problem(
                                file,
                                "campaign",
                                file.campaign(),
                                "must be another name than that of the other files",
                                "Rename one of them."));
            }
            if (!contacts(file).equals(contacts)) {
                problems.add(
                        problem(
                                file,
                                "contacts",
                                contacts(file).map(Path::toString).orElse("none"),
                                "must be the file that the other campaigns name: "
                                        + contacts.map(Path::toString).orElse("none"),
                                "Plan campaigns of different houses in commands of their own."));
            }
        }
        if (offers > MOST_OFFERS) {
            problems.add(
                    problem(
                            files.get(0),
                            "offers",
                            String.valueOf(offers),
                            "of campaigns planned together must be at most " + MOST_OFFERS,
                            "Plan some of the campaigns first, in a command of their own."));
        }
        if (files.get(0).daily().lookAhead() > 1 && 2 * offers > MOST_OFFERS) {
            problems.add(
                    problem(
                            files.get(0),
                            "offers",
                            String.valueOf(offers),
                            "of campaigns planned together must be at most %d where contacts.yml looks ahead"
                                    .formatted(MOST_OFFERS / 2),
                            "Plan some of the campaigns first, in a command of their own, or leave look_ahead out."));
        }
        problems.throwIfAny();
    }

    private static Optional<Path> contacts(CampaignFile file) {
        return file.daily()
                .contacts()
                .map(ContactsFile::path)
                .map(path -> path.toAbsolutePath().normalize());
    }

    private static Problem problem(
            CampaignFile file, String subject, String value, String expectation, String advice) {
        return new Problem(file.name(), 0, subject, value, expectation, advice);
    }
}
