package dev.marginal.spark.files;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.util.List;

/**
 * Which files of the audience the parts of a plan were made from: {@code audience.json} of a plan's
 * folder.
 *
 * @param parts in their order
 */
public record AudienceRecord(List<PartLine> parts) implements Serializable {
    /** Its name in a plan's folder. */
    public static final String FILE = "audience.json";

    public AudienceRecord {
        parts = List.copyOf(parts);
    }

    /** The files of a part, in their order. */
    public record PartLine(int part, List<FileLine> files) implements Serializable {
        public PartLine {
            files = List.copyOf(files);
        }
    }

    /** A file and its hash. */
    public record FileLine(String address, long bytes, String sha256) implements Serializable {}

    /** What such a file says. */
    public static AudienceRecord read(byte[] json) {
        try {
            return new ObjectMapper().readValue(json, AudienceRecord.class);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The file's bytes. */
    public byte[] json() {
        try {
            return new ObjectMapper()
                    .enable(SerializationFeature.INDENT_OUTPUT)
                    .writeValueAsBytes(this);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
