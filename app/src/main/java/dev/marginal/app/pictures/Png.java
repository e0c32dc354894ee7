package dev.marginal.app.pictures;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javax.imageio.ImageIO;

/** A drawing as a picture, twice as large as it says, so that it is sharp in slides. */
public final class Png {
    private static final int SHARPNESS = 2;

    private Png() {}

    /**
     * Writes {@code svg} to {@code file}.
     *
     * @throws NoFonts if the machine has no font
     * @throws UncheckedIOException if the file cannot be written
     */
    public static void write(String svg, Path file) throws NoFonts {
        System.setProperty("java.awt.headless", "true");
        Fonts.require();
        try {
            if (!ImageIO.write(picture(svg), "png", file.toFile())) {
                throw new IllegalStateException("This Java cannot write PNG.");
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static BufferedImage picture(String svg) {
        byte[] bytes = svg.getBytes(StandardCharsets.UTF_8);
        SVGDocument drawing =
                new SVGLoader()
                        .load(new ByteArrayInputStream(bytes), null, LoaderContext.createDefault());
        int width = Math.round(drawing.size().width) * SHARPNESS;
        int height = Math.round(drawing.size().height) * SHARPNESS;
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D canvas = picture.createGraphics();
        canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        canvas.setRenderingHint(
                RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        canvas.setRenderingHint(
                RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        drawing.renderWithPlatform(
                NullPlatformSupport.INSTANCE, canvas, new ViewBox(0, 0, width, height));
        canvas.dispose();
        return picture;
    }
}
