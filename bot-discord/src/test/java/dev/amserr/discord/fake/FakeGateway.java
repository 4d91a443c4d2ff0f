package dev.amserr.discord.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.discord.fake.GatewaySession.Line;
import dev.amserr.discord.fake.HttpExchange.Request;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

/** Discord's gateway, version 10: hello, identify or resume, heartbeats, events. */
final class FakeGateway {

  private static final int DISALLOWED_INTENTS = 4_014;
  private static final int AUTHENTICATION_FAILED = 4_004;
  private static final int HEARTBEAT = 41_250;

  private final World world;
  private final Map<String, GatewaySession> sessions = new ConcurrentHashMap<>();
  final AtomicInteger identified = new AtomicInteger();
  final AtomicInteger resumed = new AtomicInteger();
  volatile boolean refusesIntents;
  volatile boolean forgetsSessions;

  FakeGateway(World world) {
    this.world = world;
  }

  void serve(WebSocket socket, Request request) throws IOException {
    Line line = new Line(socket, "zlib-stream".equals(request.query().get("compress")));
    GatewaySession session = null;
    ObjectNode hello = Payloads.object().put("op", 10);
    hello.putObject("d").put("heartbeat_interval", HEARTBEAT);
    line.send(hello);
    try {
      for (Optional<byte[]> message = socket.next(); message.isPresent(); message = socket.next()) {
        JsonNode payload = HttpExchange.JSON.readTree(message.get());
        JsonNode data = payload.path("d");
        switch (payload.path("op").asInt()) {
          case 1 -> line.send(Payloads.object().put("op", 11));
          case 2 -> session = identify(line, data).orElse(null);
          case 6 -> session = resume(line, data).orElse(null);
          default -> {}
        }
      }
    } finally {
      if (session != null) {
        session.detach(line);
      }
    }
  }

  /** Sends an event to every session. */
  void dispatch(String type, ObjectNode data) {
    sessions.values().forEach(session -> session.dispatch(type, data));
  }

  /** Cuts every connection; events are kept until the clients resume. */
  void cutConnections() {
    lines().forEach(line -> line.socket().cut());
  }

  /** Closes every connection with a code. */
  void close(int code) {
    lines().forEach(line -> line.socket().close(code));
  }

  /** Asks every client to reconnect (opcode 7). */
  void askToReconnect() {
    lines().forEach(line -> line.send(Payloads.object().put("op", 7).putNull("d")));
  }

  /** How many clients are connected. */
  long connected() {
    return lines().count();
  }

  private Stream<Line> lines() {
    return sessions.values().stream().map(GatewaySession::line).filter(Objects::nonNull);
  }

  private Optional<GatewaySession> identify(Line line, JsonNode data) {
    if (!data.path("token").asText().equals(world.token)) {
      line.socket().close(AUTHENTICATION_FAILED);
      return Optional.empty();
    }
    if (refusesIntents) {
      line.socket().close(DISALLOWED_INTENTS);
      return Optional.empty();
    }
    identified.incrementAndGet();
    GatewaySession session = new GatewaySession(world.ids.next());
    session.attach(line);
    sessions.put(session.id(), session);
    session.dispatch("READY", ready(session, data));
    session.dispatch("GUILD_CREATE", world.guild());
    return Optional.of(session);
  }

  private Optional<GatewaySession> resume(Line line, JsonNode data) {
    GatewaySession session = sessions.get(data.path("session_id").asText());
    if (session == null || forgetsSessions) {
      line.send(Payloads.object().put("op", 9).put("d", false));
      return Optional.empty();
    }
    resumed.incrementAndGet();
    session.resume(line, data.path("seq").asInt());
    return Optional.of(session);
  }

  private ObjectNode ready(GatewaySession session, JsonNode identify) {
    ObjectNode ready = Payloads.object().put("v", 10).put("session_id", session.id());
    ready.put("resume_gateway_url", world.gatewayUrl());
    ready.set("user", world.bot());
    ready.putArray("private_channels");
    ready.putArray("guilds").addObject().put("id", World.GUILD).put("unavailable", true);
    ready.putObject("application").put("id", World.APPLICATION).put("flags", 0);
    if (identify.has("shard")) {
      ready.set("shard", identify.path("shard"));
    }
    return ready;
  }
}
