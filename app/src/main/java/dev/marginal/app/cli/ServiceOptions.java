package dev.marginal.app.cli;

import dev.marginal.scenarios.handover.Exporter;
import dev.marginal.scenarios.handover.exporting.HandOverRequest;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The options of {@code marginal export} that speak of a service. */
final class ServiceOptions {
    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "Post to this service instead of writing files; https, without the path.")
    private URI url;

    @Option(
            names = "--key-file",
            paramLabel = "FILE",
            description = "The file with the service's key, which only you may read.")
    private Path keyFile;

    @Option(
            names = "--before-time",
            description =
                    "Post before the send time where the service sends at once; its own flow then waits until send_at.")
    private boolean beforeTime;

    @Option(
            names = "--resend",
            split = ",",
            paramLabel = "CHUNK",
            description = "Chunks of unknown fate that the provider did not get: send them again.")
    private List<Integer> resend = List.of();

    @Option(
            names = "--skip",
            split = ",",
            paramLabel = "CHUNK",
            description = "Chunks of unknown fate that the provider got: do not send them again.")
    private List<Integer> skip = List.of();

    boolean isGiven() {
        return url != null;
    }

    boolean beforeTime() {
        return beforeTime;
    }

    Set<Integer> resend() {
        return Set.copyOf(resend);
    }

    Set<Integer> skip() {
        return Set.copyOf(skip);
    }

    Optional<HandOverRequest.ServiceAccess> access(Exporter exporter, CommandSpec spec) {
        if (url == null) {
            require(keyFile == null, "--key-file goes with --url.", spec);
            return Optional.empty();
        }
        require(
                exporter.service().isPresent(),
                "--url: %s takes files; leave it out.".formatted(exporter.target()),
                spec);
        require(
                skip.stream().noneMatch(resend::contains),
                "--skip and --resend name the same chunk; it arrived or it did not.",
                spec);
        require(keyFile != null, "--url needs --key-file FILE with the service's key.", spec);
        require(
                url.getUserInfo() == null && url.getQuery() == null && url.getFragment() == null,
                "--url must be an address alone; a key goes into --key-file.",
                spec);
        require(isSafe(), "--url (%s) must begin with https://.".formatted(url), spec);
        return Optional.of(new HandOverRequest.ServiceAccess(url, KeyFile.read(keyFile)));
    }

    /** A key goes over the network encrypted, or not over the network. */
    private boolean isSafe() {
        if (url.getHost() == null) {
            return false;
        }
        return "https".equals(url.getScheme()) || "http".equals(url.getScheme()) && isThisMachine();
    }

    private boolean isThisMachine() {
        try {
            return InetAddress.getByName(url.getHost()).isLoopbackAddress();
        } catch (UnknownHostException elsewhere) {
            return false;
        }
    }

    private static void require(boolean holds, String sentence, CommandSpec spec) {
        if (!holds) {
            throw new ParameterException(spec.commandLine(), sentence);
        }
    }
}
