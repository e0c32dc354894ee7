package dev.marginal.app.pictures;

import java.awt.Font;

/** Whether this machine can write words into a picture. */
final class Fonts {
    private Fonts() {}

    /**
     * Looks for any font at all.
     *
     * @throws NoFonts if there is none
     */
    static void require() throws NoFonts {
        require(() -> new Font(Font.SANS_SERIF, Font.PLAIN, 1).canDisplay('0'));
    }

    /**
     * Java has no word for a machine without fonts: by its version, and by what is missing, it
     * throws a plain Error, an InternalError, a LinkageError or a NullPointerException.
     */
    static void require(Runnable use) throws NoFonts {
        try {
            use.run();
        } catch (OutOfMemoryError | StackOverflowError other) {
            throw other;
        } catch (Error | RuntimeException none) {
            throw new NoFonts(none);
        }
    }
}
