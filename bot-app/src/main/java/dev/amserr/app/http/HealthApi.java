package dev.amserr.app.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Whether the bot lives, and whether it is ready to work. */
public final class HealthApi implements Routes {

  private static final Schema LIVES = Schema.object().field("status", Schema.oneOf("up"));

  private static final Schema READY =
      Schema.object()
          .field("status", Schema.oneOf("ready", "degraded", "down"))
          .field(
              "degraded",
              Schema.listOf(
                  Schema.object()
                      .field("name", Schema.text())
                      .field("reason", Schema.text())
                      .field("down", Schema.flag())))
          .named("Readiness");

  private final List<Health.Check> checks;

  public HealthApi(List<Health.Check> checks) {
    this.checks = List.copyOf(checks);
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/healthz",
            Protection.probe(),
            Operation.of("health", "Whether the process answers").answers(200, "It does", LIVES),
            request -> Answer.json(JsonNodeFactory.instance.objectNode().put("status", "up"))),
        Route.get(
            "/readyz",
            Protection.probe(),
            Operation.of("readiness", "Whether everything works, and what does not")
                .answers(200, "Ready, perhaps without something that it can do without", READY)
                .answers(503, "Something is missing without which little works", READY),
            request -> readiness()));
  }

  private Answer readiness() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode degraded = JsonNodeFactory.instance.arrayNode();
    boolean down = false;
    for (Health.Check check : checks) {
      down |=
          check
              .look()
              .get()
              .fold(
                  () -> false,
                  part -> finding(degraded, check, part.why(), false),
                  part -> finding(degraded, check, part.why(), true));
    }
    answer.put("status", down ? "down" : degraded.isEmpty() ? "ready" : "degraded");
    answer.set("degraded", degraded);
    return Answer.json(down ? 503 : 200, answer);
  }

  private static boolean finding(ArrayNode degraded, Health.Check check, String why, boolean down) {
    degraded.addObject().put("name", check.name()).put("reason", why).put("down", down);
    return down;
  }
}
