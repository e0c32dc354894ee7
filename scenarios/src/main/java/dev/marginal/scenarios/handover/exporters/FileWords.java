package dev.marginal.scenarios.handover.exporters;

import dev.marginal.scenarios.handover.Chunk;
import dev.marginal.scenarios.handover.PlanFacts;

/** Names of files, whatever the names of plans and offers are. */
final class FileWords {
    private static final int LONGEST = 100;

    private FileWords() {}

    /** Such as {@code spring-2026-11-21-braze-0003-push_1.jsonl}. */
    static String numbered(PlanFacts plan, String target, Chunk chunk, String ending) {
        String offer = chunk.offer().isEmpty() ? "" : "-" + safe(chunk.offer());
        return "%s-%s-%04d%s%s".formatted(safe(plan.plan()), target, chunk.number(), offer, ending);
    }

    /** The word with everything replaced that means something in a path. */
    static String safe(String word) {
        String safe = word.replaceAll("[^\\p{L}\\p{N}._-]", "_").replaceAll("^[.-]+", "_");
        return safe.length() <= LONGEST ? safe : safe.substring(0, LONGEST);
    }
}
