package dev.amserr.slack;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.reply.Overflow;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The manifest of the Slack app, made of the declared commands: whoever pastes it into Slack has an
 * app that fits this bot.
 *
 * @see <a href="https://docs.slack.dev/reference/app-manifest">Slack's reference of manifests</a>
 */
public final class SlackManifest {

  /** What Slack sends back when somebody uses “Decode errors” on a message. */
  public static final String DECODE_SHORTCUT = "decode_errors";

  /** Where commands are sent, below the bot's public URL. */
  public static final String COMMANDS_PATH = "/slack/commands";

  /** Where shortcuts, buttons and modals are sent, below the bot's public URL. */
  public static final String INTERACTIVITY_PATH = "/slack/interactivity";

  private static final int LONGEST_HINT = 1_000;

  private final List<CommandSpec> commands;
  private final ObjectMapper mapper = new ObjectMapper();

  /** The manifest for declared commands. */
  public SlackManifest(List<CommandSpec> commands) {
    this.commands = List.copyOf(commands);
  }

  /** What the bot can do more of if its app may do more. */
  public enum Extra {
    /** Charts as files in the thread of a post. */
    PICTURES("files:write"),
    /** Looking back into a channel after a post of which no answer came. */
    HISTORY("channels:history groups:history");

    private final String scopes;

    Extra(String scopes) {
      this.scopes = scopes;
    }
  }

  /**
   * The manifest as JSON.
   *
   * @param publicUrl where Slack reaches the bot
   * @throws IllegalArgumentException if Slack could not use that URL; the message says why
   */
  public String json(URI publicUrl, Set<Extra> extras) {
    String base = base(publicUrl);
    ObjectNode manifest = mapper.createObjectNode();
    manifest.putObject("_metadata").put("major_version", 2).put("minor_version", 1);
    manifest
        .putObject("display_information")
        .put("name", "amserr")
        .put("description", "Decodes streaming errors and says who is on call for them.")
        .put("background_color", "#1f2937");
    ObjectNode features = manifest.putObject("features");
    features.putObject("bot_user").put("display_name", "amserr").put("always_online", true);
    features
        .putArray("shortcuts")
        .addObject()
        .put("name", "Decode errors")
        .put("type", "message")
        .put("callback_id", DECODE_SHORTCUT)
        .put("description", "Explains every error code in this message");
    ArrayNode slashCommands = features.putArray("slash_commands");
    commands.forEach(spec -> command(slashCommands.addObject(), spec, base));
    ArrayNode scopes = manifest.putObject("oauth_config").putObject("scopes").putArray("bot");
    scopes(extras).forEach(scopes::add);
    settings(manifest.putObject("settings"), base);
    return manifest.toPrettyString();
  }

  private void command(ObjectNode node, CommandSpec spec, String base) {
    node.put("command", "/" + spec.name())
        .put("url", base + COMMANDS_PATH)
        .put("description", spec.description())
        .put("usage_hint", Overflow.text(hint(spec), LONGEST_HINT))
        .put("should_escape", true);
  }

  /** What to type after the command's name: its subcommands, or the example of what it takes. */
  private String hint(CommandSpec spec) {
    List<String> words = new ArrayList<>();
    spec.signature().examples().stream()
        .map(example -> example.substring(Math.min(example.length(), spec.name().length() + 1)))
        .map(String::strip)
        .filter(example -> !example.isEmpty())
        .findFirst()
        .or(() -> spec.signature().options().stream().map(OptionSpec::name).findFirst())
        .ifPresent(words::add);
    spec.subcommands().stream().map(SubcommandSpec::name).forEach(words::add);
    if (!words.contains("help")) {
      words.add("help");
    }
    return String.join(" | ", words);
  }

  private static Stream<String> scopes(Set<Extra> extras) {
    return Stream.concat(
        Stream.of("commands", "chat:write", "incoming-webhook"),
        extras.stream().sorted().flatMap(extra -> Stream.of(extra.scopes.split(" "))));
  }

  private static void settings(ObjectNode settings, String base) {
    settings
        .putObject("interactivity")
        .put("is_enabled", true)
        .put("request_url", base + INTERACTIVITY_PATH);
    settings.putObject("incoming_webhooks").put("incoming_webhooks_enabled", true);
    settings.put("org_deploy_enabled", false);
    settings.put("socket_mode_enabled", false);
    settings.put("token_rotation_enabled", false);
  }

  private static String base(URI publicUrl) {
    if (!"https".equalsIgnoreCase(publicUrl.getScheme())
        || publicUrl.getHost() == null
        || publicUrl.getRawQuery() != null
        || publicUrl.getRawFragment() != null) {
      throw new IllegalArgumentException(
          "Slack sends to https addresses only. Give the bot's public one, such as"
              + " https://amserr.example.com");
    }
    String url = publicUrl.toASCIIString();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }
}
