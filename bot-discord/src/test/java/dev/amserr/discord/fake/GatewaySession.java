package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.Deflater;
import org.jspecify.annotations.Nullable;

/** What a client has been told since it identified itself, so that it can be told again. */
final class GatewaySession {

  /** A connection with its stream of compressed frames, one deflater for all of them. */
  static final class Line {

    private final WebSocket socket;
    private final @Nullable Deflater deflater;

    Line(WebSocket socket, boolean compressed) {
      this.socket = socket;
      this.deflater = compressed ? new Deflater() : null;
    }

    WebSocket socket() {
      return socket;
    }

    synchronized void send(ObjectNode payload) {
      String text = payload.toString();
      if (deflater == null) {
        socket.sendText(text);
        return;
      }
      deflater.setInput(text.getBytes(StandardCharsets.UTF_8));
      ByteArrayOutputStream frame = new ByteArrayOutputStream();
      byte[] buffer = new byte[8_192];
      int count;
      do {
        count = deflater.deflate(buffer, 0, buffer.length, Deflater.SYNC_FLUSH);
        frame.write(buffer, 0, count);
      } while (count == buffer.length);
      socket.sendBinary(frame.toByteArray());
    }
  }

  private final String id;
  private final List<ObjectNode> events = new ArrayList<>();
  private @Nullable Line line;

  GatewaySession(String id) {
    this.id = id;
  }

  String id() {
    return id;
  }

  synchronized void attach(Line newLine) {
    line = newLine;
  }

  synchronized void detach(Line oldLine) {
    if (line == oldLine) {
      line = null;
    }
  }

  /** Sends an event, or keeps it until the client resumes. */
  synchronized void dispatch(String type, ObjectNode data) {
    ObjectNode event = Payloads.object().put("op", 0).put("t", type);
    event.put("s", events.size() + 1).set("d", data);
    events.add(event);
    if (line != null) {
      try {
        line.send(event);
      } catch (UncheckedIOException gone) {
        line = null;
      }
    }
  }

  /** Goes on where the client stopped: what it missed, then RESUMED. */
  synchronized void resume(Line newLine, int lastSeen) {
    line = newLine;
    events.subList(Math.min(lastSeen, events.size()), events.size()).forEach(newLine::send);
    dispatch("RESUMED", Payloads.object());
  }

  synchronized @Nullable Line line() {
    return line;
  }
}
