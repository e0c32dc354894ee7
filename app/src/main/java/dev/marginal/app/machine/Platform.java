package dev.marginal.app.machine;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.zone.ZoneRulesProvider;
import java.util.List;
import java.util.Set;

/** The Java virtual machine and what it has been given. */
final class Platform {
    private static final int LEAST_JAVA = 17;
    private static final long MEGABYTE = 1L << 20;
    private static final long LEAST_HEAP = 512 * MEGABYTE;
    private static final Set<String> PROCESSORS = Set.of("amd64", "x86_64", "aarch64", "arm64");
    private static final List<String> ZONES =
            List.of("Asia/Singapore", "America/New_York", "Europe/Berlin", "Australia/Lord_Howe");

    private Platform() {}

    static List<Symptom> all() {
        return List.of(java(), system(), memory(), cores(), zones(), text(), fonts());
    }

    private static Symptom java() {
        int version = Runtime.version().feature();
        String found = "%d (%s)".formatted(version, System.getProperty("java.vendor"));
        return version >= LEAST_JAVA
                ? Symptom.fine("java", found)
                : Symptom.trouble("java", found, "Install a JDK, version 17 or newer.");
    }

    private static Symptom system() {
        String processor = System.getProperty("os.arch");
        String found = "%s, %s".formatted(System.getProperty("os.name"), processor);
        return PROCESSORS.contains(processor)
                ? Symptom.fine("system", found)
                : Symptom.trouble(
                        "system",
                        found,
                        "XGBoost, OR-Tools and DuckDB bring code for x86-64 and ARM with 64 bits: use a JDK of 64 bits.");
    }

    private static Symptom memory() {
        long heap = Runtime.getRuntime().maxMemory();
        String found = "%,d MB for Java".formatted(heap / MEGABYTE);
        return heap >= LEAST_HEAP
                ? Symptom.fine("memory", found)
                : Symptom.trouble(
                        "memory",
                        found,
                        "./marginal gives Java 60 % of the memory that there is: take a machine or container of 1 GB or more, or set MARGINAL_JAVA_OPTIONS=-Xmx512m.");
    }

    private static Symptom cores() {
        int cores = Runtime.getRuntime().availableProcessors();
        return Symptom.fine("cores", "%,d".formatted(cores));
    }

    private static Symptom zones() {
        try {
            ZONES.forEach(ZoneId::of);
            String version = ZoneRulesProvider.getVersions("UTC").lastKey();
            return Symptom.fine("time zones", "data of " + version);
        } catch (DateTimeException unknown) {
            return Symptom.trouble(
                    "time zones",
                    unknown.getMessage(),
                    "This Java lacks data of time zones: install a whole JDK.");
        }
    }

    /** Java names files as the locale says, which is ASCII where nobody set one. */
    private static Symptom text() {
        String names = System.getProperty("sun.jnu.encoding", "unknown");
        return names.equalsIgnoreCase("UTF-8")
                ? Symptom.fine("file names", "in UTF-8")
                : Symptom.remark(
                        "file names",
                        "in " + names,
                        "Files named with letters beyond English cannot be opened, all others can. To open them: export LC_ALL=C.UTF-8.");
    }

    /** Only pictures of charts need fonts. */
    private static Symptom fonts() {
        try {
            int families =
                    GraphicsEnvironment.getLocalGraphicsEnvironment()
                            .getAvailableFontFamilyNames()
                            .length;
            return families > 0
                    ? Symptom.fine("fonts", "%,d families".formatted(families))
                    : none();
        } catch (LinkageError | InternalError | AWTError | RuntimeException without) {
            return none();
        }
    }

    private static Symptom none() {
        return Symptom.remark(
                "fonts",
                "none that Java can draw with",
                "Plans and their reports are the same without; only report --charts cannot draw PNG pictures (the SVG ones it can)."
                        + " To have them, on Debian: apt-get install fontconfig fonts-dejavu-core.");
    }
}
