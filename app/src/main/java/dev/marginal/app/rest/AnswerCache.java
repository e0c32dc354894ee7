package dev.marginal.app.rest;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Answers that were given lately, as bytes: the same question gets the same answer at once. All
 * together they take no more than so many bytes; those that nobody asked for longest go first.
 */
final class AnswerCache {
    private static final int OVERHEAD = 256;
    private static final int LARGEST_SHARE = 8;

    private final long mostBytes;
    private final Map<Question, byte[]> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;
    private long hits;
    private long misses;

    AnswerCache(long mostBytes) {
        this.mostBytes = mostBytes;
    }

    /** Of a question that was answered lately. */
    synchronized Optional<byte[]> find(Question question) {
        byte[] answer = answers.get(question);
        hits += answer == null ? 0 : 1;
        misses += answer == null ? 1 : 0;
        return Optional.ofNullable(answer);
    }

    /** Keeps an answer, unless it is so large that many others would have to go. */
    synchronized void keep(Question question, byte[] answer) {
        if (answer.length > mostBytes / LARGEST_SHARE || answers.containsKey(question)) {
            return;
        }
        answers.put(question, answer);
        bytes += answer.length + OVERHEAD;
        var oldest = answers.values().iterator();
        while (bytes > mostBytes) {
            bytes -= oldest.next().length + OVERHEAD;
            oldest.remove();
        }
    }

    synchronized long bytes() {
        return bytes;
    }

    synchronized long hits() {
        return hits;
    }

    synchronized long misses() {
        return misses;
    }
}
