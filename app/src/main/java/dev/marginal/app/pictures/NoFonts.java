package dev.marginal.app.pictures;

/** This machine has no font to write numbers with. */
public final class NoFonts extends Exception {
    private static final long serialVersionUID = 1L;

    NoFonts(Throwable cause) {
        super(
                "Charts are written as SVG, but not as PNG: this machine has no font. Install one, such as fonts-dejavu-core, and run again.",
                cause);
    }
}
