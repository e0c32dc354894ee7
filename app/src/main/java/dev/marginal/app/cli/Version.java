package dev.marginal.app.cli;

import picocli.CommandLine.IVersionProvider;

/** The version that the jar's manifest states. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
        String version = Marginal.class.getPackage().getImplementationVersion();
        return new String[] {"marginal " + (version == null ? "(unpackaged)" : version)};
    }
}
