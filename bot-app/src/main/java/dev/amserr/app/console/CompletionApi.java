package dev.amserr.app.console;

import com.fasterxml.jackson.databind.JsonNode;
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
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.dispatch.CommandDispatcher;
import java.util.List;

/** Tells what can be typed: all commands, and how an unfinished line may go on. */
public final class CompletionApi implements Routes {

  private static final Schema OPTION =
      Schema.object()
          .field("name", Schema.text())
          .field("description", Schema.text())
          .field("required", Schema.flag())
          .named("Option");

  private static final Schema COMMANDS =
      Schema.object()
          .field(
              "commands",
              Schema.listOf(
                  Schema.object()
                      .field("path", Schema.text())
                      .field("description", Schema.text())
                      .field("options", Schema.listOf(OPTION))
                      .field("examples", Schema.listOf(Schema.text()))
                      .named("Command")));

  private static final Schema COMPLETIONS =
      Schema.object()
          .field(
              "completions",
              Schema.listOf(
                  Schema.object()
                      .field("label", Schema.text())
                      .field("detail", Schema.text())
                      .field("from", Schema.integer().described("In UTF-16 units"))
                      .field("replacement", Schema.text())
                      .named("Completion")));

  private final CommandRegistry registry;
  private final Completions completions;
  private final Visitor visitor;

  public CompletionApi(CommandRegistry registry, CommandDispatcher dispatcher, Visitor visitor) {
    this.registry = registry;
    this.completions = new Completions(registry, dispatcher);
    this.visitor = visitor;
  }

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get(
            "/api/v1/commands",
            Protection.privateData(),
            Operation.of("commands", "Lists the commands").answers(200, "All of them", COMMANDS),
            request -> Answer.json(commands())),
        Route.post(
            "/api/v1/completions",
            Protection.privateData(),
            Operation.of("complete", "Says how an unfinished command may go on")
                .takes(ReplySchemas.asked(Schema.object().field("text", Schema.text())))
                .answers(200, "Ways to go on, best first", COMPLETIONS),
            this::complete));
  }

  private ObjectNode commands() {
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode commands = answer.putArray("commands");
    for (CommandSpec spec : registry.specs()) {
      spec.signatures().forEach((path, signature) -> commands.add(command(spec, path, signature)));
    }
    return answer;
  }

  private static ObjectNode command(CommandSpec spec, CommandPath path, Signature signature) {
    ObjectNode node = JsonNodeFactory.instance.objectNode();
    node.put("path", path.toString());
    node.put(
        "description",
        spec.subcommand(path.subcommand())
            .map(SubcommandSpec::description)
            .orElse(spec.description()));
    ArrayNode options = node.putArray("options");
    for (OptionSpec option : signature.options()) {
      options
          .addObject()
          .put("name", option.name())
          .put("description", option.description())
          .put("required", option.isRequired());
    }
    ArrayNode examples = node.putArray("examples");
    signature.examples().forEach(examples::add);
    return node;
  }

  private Answer complete(Request request) {
    JsonNode json = Visitor.object(request);
    String text = Request.requiredText(json, "text");
    ObjectNode answer = JsonNodeFactory.instance.objectNode();
    ArrayNode found = answer.putArray("completions");
    for (Completions.Completion one : completions.of(text, visitor.origin(request, json))) {
      found
          .addObject()
          .put("label", one.label())
          .put("detail", one.detail())
          .put("from", one.from())
          .put("replacement", one.replacement());
    }
    return Answer.json(answer);
  }
}
