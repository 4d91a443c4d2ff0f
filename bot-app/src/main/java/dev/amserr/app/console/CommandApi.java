package dev.amserr.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.app.http.Answer;
import dev.amserr.app.http.Operation;
import dev.amserr.app.http.Protection;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import dev.amserr.app.http.Route;
import dev.amserr.app.http.Routes;
import dev.amserr.app.http.Schema;
import dev.amserr.command.Origin;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.reply.Reply;
import java.util.ArrayList;
import java.util.List;

/** Runs commands and uses the buttons of their answers. */
public final class CommandApi implements Routes {

  private final CommandDispatcher dispatcher;
  private final Visitor visitor;

  public CommandApi(CommandDispatcher dispatcher, Visitor visitor) {
    this.dispatcher = dispatcher;
    this.visitor = visitor;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post(
            "/api/v1/commands",
            Protection.changes(),
            Operation.of("runCommand", "Runs a command as it is typed in a chat")
                .takes(
                    ReplySchemas.asked(
                        Schema.object()
                            .field("text", Schema.text().described("Such as /oncall player"))))
                .answers(200, "Its answer, also where it refuses", ReplySchemas.REPLY),
            this::command),
        Route.post(
            "/api/v1/actions",
            Protection.changes(),
            Operation.of("useAction", "Uses a button or a menu of an answer")
                .takes(
                    ReplySchemas.asked(
                        Schema.object()
                            .field("id", Schema.text().described("The id of the action"))
                            .optional(
                                "chosen",
                                Schema.listOf(Schema.text())
                                    .described("What was chosen from a menu"))))
                .answers(200, "What came of it", ReplySchemas.REPLY),
            this::action));
  }

  private Answer command(Request request) {
    JsonNode json = Visitor.object(request);
    String text = Request.requiredText(json, "text");
    Origin origin = visitor.origin(request, json);
    return answer(dispatcher.dispatch(text, origin), origin);
  }

  private Answer action(Request request) {
    JsonNode json = Visitor.object(request);
    String id = Request.requiredText(json, "id");
    List<String> chosen = new ArrayList<>();
    for (JsonNode value : json.path("chosen")) {
      if (!value.isTextual()) {
        throw new RequestRefused(400, "The field \"chosen\" is a list of texts.");
      }
      chosen.add(value.textValue());
    }
    Origin origin = visitor.origin(request, json);
    return answer(dispatcher.click(id, chosen, origin), origin);
  }

  private Answer answer(Reply reply, Origin origin) {
    return Answer.json(visitor.render(reply, origin.zone()));
  }
}
