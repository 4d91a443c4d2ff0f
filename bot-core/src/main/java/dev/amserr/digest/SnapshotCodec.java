package dev.amserr.digest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Sheds;
import dev.amserr.recurrence.StateKind;
import dev.amserr.recurrence.Why;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot as JSON and back. The text is canonical: keys in a fixed order, no spaces, times in
 * UTC as ISO-8601, so equal snapshots have equal bytes and equal hashes on every machine.
 */
public final class SnapshotCodec {

  private final ObjectMapper mapper = new ObjectMapper();

  /** The SHA-256 of a snapshot's canonical text, in hexadecimal. */
  public static String sha256(String canonical) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }

  /** The canonical text. */
  public String write(DigestSnapshot s) {
    ObjectNode node = mapper.createObjectNode();
    node.put("run", s.run().toString());
    node.put("zone", s.zone().getId());
    node.put("after", s.window().after().toString());
    node.put("until", s.window().until().toString());
    node.put("missed", s.missed().count());
    putTime(node, "missedSince", s.missed().since());
    node.putObject("totals")
        .put("count", s.totals().count())
        .put("before", s.totals().before())
        .put("series", s.totals().series());
    ArrayNode duties = node.putArray("duties");
    s.duties().forEach(duty -> duties.add(duty(duty)));
    ArrayNode sections = node.putArray("sections");
    s.sections().forEach(section -> sections.add(section(section)));
    node.put("acknowledged", s.acknowledged());
    node.put("muted", s.muted());
    node.putObject("shed")
        .put("samples", s.shed().samples())
        .put("labels", s.shed().labels())
        .put("series", s.shed().series());
    node.set("chart", chart(s.chart()));
    return node.toString();
  }

  /**
   * The snapshot that was written.
   *
   * @throws IllegalArgumentException if the text is nothing that {@link #write} wrote
   */
  public DigestSnapshot read(String canonical) {
    try {
      return snapshot(mapper.readTree(canonical));
    } catch (JsonProcessingException notJson) {
      throw new IllegalArgumentException("Not a stored snapshot", notJson);
    }
  }

  private static DigestSnapshot snapshot(JsonNode node) {
    return new DigestSnapshot(
        RunId.parse(node.path("run").asText())
            .orElseThrow(() -> new IllegalArgumentException("Not a stored snapshot")),
        ZoneId.of(node.path("zone").asText()),
        new DigestWindow(time(node, "after"), time(node, "until")),
        new DueRun.Missed(node.path("missed").asInt(), timeOrNull(node, "missedSince")),
        new DigestSnapshot.Totals(
            node.at("/totals/count").asLong(),
            node.at("/totals/before").asLong(),
            node.at("/totals/series").asLong()),
        list(node.path("duties"), SnapshotCodec::duty),
        list(node.path("sections"), SnapshotCodec::section),
        node.path("acknowledged").asInt(),
        node.path("muted").asInt(),
        new Sheds(
            node.at("/shed/samples").asLong(),
            node.at("/shed/labels").asLong(),
            node.at("/shed/series").asLong()),
        chart(node.path("chart")));
  }

  private ObjectNode duty(DigestSnapshot.Duty duty) {
    ObjectNode node = mapper.createObjectNode();
    node.put("team", duty.team()).put("title", duty.title());
    node.set("people", contacts(duty.people()));
    putTime(node, "until", duty.until());
    node.set("next", contacts(duty.next()));
    if (!duty.doubt().isEmpty()) {
      node.put("doubt", duty.doubt());
    }
    return node.put("lines", duty.lines());
  }

  private static DigestSnapshot.Duty duty(JsonNode node) {
    return new DigestSnapshot.Duty(
        node.path("team").asText(),
        node.path("title").asText(),
        list(node.path("people"), SnapshotCodec::contact),
        timeOrNull(node, "until"),
        list(node.path("next"), SnapshotCodec::contact),
        node.path("doubt").asText(),
        node.path("lines").asInt());
  }

  private ArrayNode contacts(List<DigestSnapshot.Contact> contacts) {
    ArrayNode array = mapper.createArrayNode();
    contacts.forEach(
        c ->
            array
                .addObject()
                .put("name", c.name())
                .put("discord", c.discord())
                .put("slack", c.slack()));
    return array;
  }

  private static DigestSnapshot.Contact contact(JsonNode node) {
    return new DigestSnapshot.Contact(
        node.path("name").asText(), node.path("discord").asText(), node.path("slack").asText());
  }

  private ObjectNode section(DigestSnapshot.Section section) {
    ObjectNode node = mapper.createObjectNode();
    node.put("state", section.state().key());
    ArrayNode lines = node.putArray("lines");
    section.lines().forEach(line -> lines.add(line(line)));
    return node;
  }

  private static DigestSnapshot.Section section(JsonNode node) {
    return new DigestSnapshot.Section(
        state(node.path("state")), list(node.path("lines"), SnapshotCodec::line));
  }

  private ObjectNode line(DigestSnapshot.Line line) {
    ObjectNode node = mapper.createObjectNode();
    node.put("series", line.series())
        .put("system", line.key().system())
        .put("code", line.key().code())
        .put("source", line.key().source())
        .put("name", line.name())
        .put("count", line.count())
        .put("before", line.before());
    node.set("bars", counts(line.bars()));
    node.put("plays", line.plays()).put("since", line.since().toString());
    node.putObject("why")
        .put("observed", line.why().observed())
        .put("limit", line.why().limit())
        .put("baseline", line.why().baseline());
    ArrayNode also = node.putArray("also");
    line.also().forEach(state -> also.add(state.key()));
    return node.put("note", line.note()).put("owner", line.owner());
  }

  private static DigestSnapshot.Line line(JsonNode node) {
    return new DigestSnapshot.Line(
        node.path("series").asLong(),
        new SeriesKey(
            node.path("system").asText(), node.path("code").asText(), node.path("source").asText()),
        node.path("name").asText(),
        node.path("count").asLong(),
        node.path("before").asLong(),
        list(node.path("bars"), JsonNode::asLong),
        node.path("plays").asLong(),
        time(node, "since"),
        new Why(
            node.at("/why/observed").asDouble(),
            node.at("/why/limit").asDouble(),
            node.at("/why/baseline").asDouble()),
        list(node.path("also"), SnapshotCodec::state),
        node.path("note").asText(),
        node.path("owner").asText());
  }

  private ObjectNode chart(DigestSnapshot.Chart chart) {
    ObjectNode node = mapper.createObjectNode();
    node.put("start", chart.start().toString()).put("stretch", chart.stretch().toString());
    ArrayNode bands = node.putArray("bands");
    for (DigestSnapshot.Band band : chart.bands()) {
      ObjectNode one = bands.addObject().put("label", band.label()).put("source", band.source());
      one.set("counts", counts(band.counts()));
      ArrayNode spikes = one.putArray("spikes");
      band.spikes().forEach(spike -> spikes.add(spike.toString()));
    }
    return node;
  }

  private static DigestSnapshot.Chart chart(JsonNode node) {
    return new DigestSnapshot.Chart(
        time(node, "start"),
        Duration.parse(node.path("stretch").asText()),
        list(
            node.path("bands"),
            band ->
                new DigestSnapshot.Band(
                    band.path("label").asText(),
                    band.path("source").asText(),
                    list(band.path("counts"), JsonNode::asLong),
                    list(band.path("spikes"), spike -> Instant.parse(spike.asText())))));
  }

  private ArrayNode counts(List<Long> counts) {
    ArrayNode array = mapper.createArrayNode();
    counts.forEach(array::add);
    return array;
  }

  private static StateKind state(JsonNode node) {
    return StateKind.valueOf(node.asText().toUpperCase(Locale.ROOT).replace('-', '_'));
  }

  private static Instant time(JsonNode node, String field) {
    return Instant.parse(node.path(field).asText());
  }

  private static @Nullable Instant timeOrNull(JsonNode node, String field) {
    return node.hasNonNull(field) ? time(node, field) : null;
  }

  private static void putTime(ObjectNode node, String field, @Nullable Instant at) {
    if (at != null) {
      node.put(field, at.toString());
    }
  }

  private static <T> List<T> list(JsonNode array, Function<JsonNode, T> element) {
    List<T> list = new ArrayList<>();
    array.forEach(node -> list.add(element.apply(node)));
    return list;
  }
}
