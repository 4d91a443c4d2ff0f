package dev.amserr.app.console;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.app.http.Schema;
import dev.amserr.command.reply.Reply;
import java.time.ZoneId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What stands beside the chat. A panel that fails says so and takes none with it. */
public final class PanelApi implements Routes {

  private static final Logger LOG = LoggerFactory.getLogger(PanelApi.class);

  private static final Schema PANELS =
      Schema.object()
          .field(
              "panels",
              Schema.listOf(
                  Schema.object()
                      .field("id", Schema.text())
                      .field("title", Schema.text())
                      .field("reply", ReplySchemas.REPLY)
                      .named("Panel")));

  private final List<Panel> panels;
  private final Visitor visitor;

  /**
   * The panels in the order in which they stand.
   *
   * @param visitor who looks at them
   */
  public PanelApi(List<Panel> panels, Visitor visitor) {
    this.panels = List.copyOf(panels);
    this.visitor = visitor;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/panels",
            Protection.privateData(),
            Operation.of("panels", "What stands beside the chat in the console")
                .optionalQuery("zone", "The reader's zone, such as Europe/Berlin")
                .answers(200, "The panels, top to bottom", PANELS),
            this::panels));
  }

  private Answer panels(Request request) {
    ZoneId zone = visitor.zone(request.query("zone").orElse(""));
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode list = answer.putArray("panels");
    for (Panel panel : panels) {
      ObjectNode node = list.addObject().put("id", panel.id()).put("title", panel.title());
      node.set("reply", visitor.render(content(panel), zone));
    }
    return Answer.json(answer);
  }

  private static Reply content(Panel panel) {
    try {
      return panel.content().get();
    } catch (RuntimeException failure) {
      LOG.warn("The panel {} failed", panel.id(), failure);
      return Reply.of("This cannot be shown at the moment.");
    }
  }
}
