package dev.marginal.benchmarks.serving;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What a crowd of clients got.
 *
 * @param talk all of it
 * @param heapBefore bytes in use after a full collection before the crowd came
 * @param heapAfter the same when it had gone
 */
record Crowd(Clients.Talk talk, Memory resident, Memory heap, long heapBefore, long heapAfter) {
    List<Given> answers() {
        return talk.given().stream().filter(Given::isAnswer).toList();
    }

    /** The first answer of each question, of as many questions. */
    List<Given> sample(int count) {
        Map<Question, Given> first = new LinkedHashMap<>();
        answers().forEach(given -> first.putIfAbsent(given.question(), given));
        List<Given> all = List.copyOf(first.values());
        int most = Math.min(count, all.size());
        return Stream.iterate(0, i -> i + 1)
                .limit(most)
                .map(i -> all.get((int) ((long) i * all.size() / most)))
                .toList();
    }

    /** Answers that are not those which the same question got before, or that break a promise. */
    List<String> wrong() {
        Map<Question, Given> first = new LinkedHashMap<>();
        List<String> wrong = new ArrayList<>();
        for (Given given : answers()) {
            Given before = first.putIfAbsent(given.question(), given);
            if (before == null) {
                wrong.addAll(AnswerCheck.broken(given));
            } else if (!AnswerCheck.same(before, given)) {
                wrong.add("two answers to " + given.question().body());
            }
        }
        return wrong;
    }

    /** Replies that are neither an answer nor a proper refusal. */
    List<String> unexpected() {
        return talk.given().stream()
                .flatMap(given -> given.wrong().stream().map(why -> why + " " + given.body()))
                .toList();
    }

    long refusals() {
        return talk.given().stream().mapToLong(Given::refused).sum()
                + talk.given().stream().filter(given -> given.status() == Asking.TOO_MANY).count();
    }

    long late() {
        return answers().stream().filter(Given::late).count();
    }
}
