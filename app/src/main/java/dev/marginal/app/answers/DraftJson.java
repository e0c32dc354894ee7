package dev.marginal.app.answers;

import dev.marginal.scenarios.drafting.ColumnGuess;
import dev.marginal.scenarios.drafting.Draft;
import java.util.List;
import java.util.Locale;

/**
 * A draft for programs; docs/file-formats.md tells every key.
 *
 * @param campaignFile where the draft belongs
 * @param written whether it stands there now
 * @param text of the file
 */
public record DraftJson(
        String campaignFile,
        boolean written,
        Table history,
        Table audience,
        String control,
        List<String> treatments,
        List<Column> columns,
        List<String> doubts,
        String text) {
    /** A table and its size. */
    public record Table(String file, long rows) {}

    /** What a column is taken for. */
    public record Column(String column, String role, String why, String doubt) {
        static Column of(ColumnGuess guess) {
            return new Column(
                    guess.column(),
                    guess.role().name().toLowerCase(Locale.ROOT),
                    guess.why(),
                    guess.doubt().isEmpty() ? null : guess.doubt());
        }
    }

    /** The same draft. */
    public static DraftJson of(Draft draft, boolean written) {
        return new DraftJson(
                draft.file().toString(),
                written,
                new Table(draft.history(), draft.historyRows()),
                new Table(draft.audience(), draft.audienceRows()),
                draft.guess().control(),
                draft.guess().arms(),
                draft.guess().columns().stream().map(Column::of).toList(),
                draft.doubts(),
                draft.text());
    }
}
