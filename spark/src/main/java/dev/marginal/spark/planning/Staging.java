package dev.marginal.spark.planning;

import dev.marginal.scenarios.CampaignFile;
import dev.marginal.scenarios.ContactsFile;
import dev.marginal.scenarios.planfolder.PartedPlan;
import dev.marginal.spark.files.Disk;
import dev.marginal.spark.files.Kit;
import dev.marginal.spark.files.KitFolder;
import dev.marginal.tables.Fingerprint;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * The folder of a plan in the making, and beside it one for what tasks need and the plan does not
 * keep. What is put here from the driver's machine becomes part of the run's kit.
 */
final class Staging {
    private final Disk disk;
    private final String folder;
    private final KitFolder beside;
    private final List<Kit.Item> items = new ArrayList<>();
    private final SortedMap<String, String> hashes = new TreeMap<>();

    Staging(Disk disk, String folder) {
        this.disk = disk;
        this.folder = folder;
        this.beside = new KitFolder(disk, folder + ".kit");
    }

    String folder() {
        return folder;
    }

    /** What tasks need of all that was put here. */
    List<Kit.Item> items() {
        return items;
    }

    /** The hashes of the plan's files, by their paths. */
    SortedMap<String, String> hashes() {
        return hashes;
    }

    /** Puts the campaign file here, contacts.yml, and the tables that this names. */
    void putCampaign(CampaignFile file) {
        keep(file.path(), PartedPlan.CAMPAIGN_FILE, KitFolder.inKit(file.path()));
        file.daily().contacts().ifPresent(this::putContacts);
    }

    /** Puts a model's folder here. */
    void putModel(Path model) {
        for (Path file : KitFolder.filesIn(model)) {
            String path = PartReader.MODEL + "/" + model.relativize(file);
            keep(file, path, path);
        }
    }

    /** Writes a file of the plan that the driver makes. */
    void write(byte[] bytes, String path) {
        disk.write(bytes, folder + "/" + path);
        hashes.put(path, Fingerprint.of(bytes));
    }

    /** Leaves nothing behind but what was published. */
    void delete() {
        disk.delete(folder);
        beside.delete();
    }

    private void putContacts(ContactsFile contacts) {
        keep(contacts.path(), PartedPlan.CONTACTS_FILE, KitFolder.inKit(contacts.path()));
        items.addAll(
                beside.lend(
                        Stream.concat(
                                contacts.people().stream().map(ContactsFile.People::source),
                                contacts.suppressed().stream()
                                        .map(ContactsFile.Suppression::source))));
    }

    private void keep(Path file, String path, String inKit) {
        disk.put(file, folder + "/" + path, 0);
        hashes.put(path, Fingerprint.of(file));
        items.add(new Kit.Item(folder + "/" + path, inKit));
    }
}
