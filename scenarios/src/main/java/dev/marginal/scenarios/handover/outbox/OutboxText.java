package dev.marginal.scenarios.handover.outbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.marginal.scenarios.handover.Chunk;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Headers and steps as JSON. */
final class OutboxText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private OutboxText() {}

    static byte[] bytes(OutboxHeader header) throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode();
        node.put("plan", header.plan());
        node.put("campaign", header.campaign());
        node.put("date", header.date());
        node.put("folder", header.folder());
        node.put("fingerprint", header.fingerprint());
        node.put("target", header.target());
        node.put("delivers", header.delivers());
        header.channels().forEach(node.putArray("channels")::add);
        header.settings().forEach(node.putObject("settings")::put);
        ArrayNode chunks = node.putArray("chunks");
        for (Chunk chunk : header.chunks()) {
            ObjectNode line = chunks.addObject();
            line.put("number", chunk.number());
            line.put("id", chunk.id());
            line.put("offer", chunk.offer());
            line.put("send_at", chunk.sendAt().map(Instant::toString).orElse(""));
            line.put("first", chunk.first());
            line.put("sends", chunk.sends());
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node);
    }

    static OutboxHeader header(Path file) throws IOException {
        JsonNode node = JSON.readTree(file.toFile());
        List<String> channels = new ArrayList<>();
        node.path("channels").forEach(channel -> channels.add(channel.asText()));
        SortedMap<String, String> settings = new TreeMap<>();
        node.path("settings")
                .properties()
                .forEach(one -> settings.put(one.getKey(), one.getValue().asText()));
        List<Chunk> chunks = new ArrayList<>();
        node.path("chunks").forEach(chunk -> chunks.add(chunk(chunk)));
        return new OutboxHeader(
                node.path("plan").asText(),
                node.path("campaign").asText(),
                node.path("date").asText(),
                node.path("folder").asText(),
                node.path("fingerprint").asText(),
                node.path("target").asText(),
                node.path("delivers").asBoolean(),
                channels,
                settings,
                chunks);
    }

    private static Chunk chunk(JsonNode line) {
        String sendAt = line.path("send_at").asText();
        return new Chunk(
                line.path("number").asInt(),
                line.path("id").asText(),
                line.path("offer").asText(),
                sendAt.isEmpty() ? Optional.empty() : Optional.of(Instant.parse(sendAt)),
                line.path("first").asInt(),
                line.path("sends").asInt());
    }

    static String line(Step step) throws JsonProcessingException {
        ObjectNode node = JSON.createObjectNode();
        node.put("chunk", step.chunk());
        node.put("state", step.state().word());
        node.put("at", step.at().toString());
        if (!step.dropped().isEmpty()) {
            ObjectNode dropped = node.putObject("dropped");
            step.dropped().forEach((reason, places) -> dropped.putPOJO(reason, places));
        }
        if (!step.note().isEmpty()) {
            node.put("note", step.note());
        }
        return JSON.writeValueAsString(node);
    }

    static Step step(String line) throws JsonProcessingException {
        JsonNode node = JSON.readTree(line);
        SortedMap<String, int[]> dropped = new TreeMap<>();
        for (var reason : node.path("dropped").properties()) {
            dropped.put(reason.getKey(), JSON.convertValue(reason.getValue(), int[].class));
        }
        return new Step(
                node.path("chunk").asInt(),
                ChunkState.valueOf(node.path("state").asText().toUpperCase(Locale.ROOT)),
                Instant.parse(node.path("at").asText()),
                dropped,
                node.path("note").asText());
    }
}
