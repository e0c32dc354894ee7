package dev.marginal.optimizer.rules;

import dev.marginal.optimizer.Offer;
import dev.marginal.optimizer.Scope;
import dev.marginal.optimizer.Segment;
import dev.marginal.optimizer.Segmentation;
import dev.marginal.optimizer.Terms;
import dev.marginal.tables.Suggestion;
import java.util.List;

/** Refuses channels, offers, columns and values that the book does not have. */
final class Known {
    private Known() {}

    static void scope(Scope scope, Terms terms) {
        if (scope instanceof Scope.OfChannel channel) {
            channel(channel.channel(), terms);
        } else if (scope instanceof Scope.Of of) {
            of.offers().forEach(offer -> offer(offer, terms));
        }
    }

    static void channel(String channel, Terms terms) {
        known("channel", channel, terms.offers().stream().map(Offer::channel).distinct().toList());
    }

    static void offer(String offer, Terms terms) {
        known("offer", offer, terms.offers().stream().map(Offer::id).toList());
    }

    static void segment(Segment segment, Terms terms) {
        segment.values().forEach(value -> value(segment.column(), value, terms));
    }

    static void value(String column, String value, Terms terms) {
        known("value of " + column, value, column(column, terms).names());
    }

    static Segmentation column(String column, Terms terms) {
        List<Segmentation> columns = terms.segmentations();
        known("segment column", column, columns.stream().map(Segmentation::column).toList());
        return columns.stream()
                .filter(one -> one.column().equals(column))
                .findFirst()
                .orElseThrow();
    }

    private static void known(String kind, String word, List<String> words) {
        if (words.contains(word)) {
            return;
        }
        String message =
                "%s (%s) must be one of %s. %s"
                        .formatted(
                                kind,
                                word,
                                String.join(", ", words),
                                Suggestion.didYouMean(word, words));
        throw new IllegalArgumentException(message.strip());
    }
}
