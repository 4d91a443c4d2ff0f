package dev.amserr.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.Signature;
import dev.amserr.command.SubcommandSpec;
import dev.amserr.command.reply.Reply;
import dev.amserr.slack.SlackManifest.Extra;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackManifestTest {

  private static final URI PUBLIC = URI.create("https://amserr.example.com");

  private final CommandRegistry registry = SampleCommands.registry().build();

  @Test
  void the_manifest_follows_slacks_schema() throws IOException {
    String plain = new SlackManifest(registry.specs()).json(PUBLIC, Set.of());
    String whole = new SlackManifest(registry.specs()).json(PUBLIC, EnumSet.allOf(Extra.class));

    assertThat(schema().validate(plain, InputFormat.JSON)).isEmpty();
    assertThat(schema().validate(whole, InputFormat.JSON)).isEmpty();
  }

  @Test
  void the_schema_refuses_what_slack_would() throws IOException {
    String manifest = new SlackManifest(registry.specs()).json(PUBLIC, Set.of());

    assertThat(schema().validate(manifest.replace("https:", "http:"), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(manifest.replace("\"/amserr\"", "\"amserr\""), InputFormat.JSON))
        .isNotEmpty();
    assertThat(schema().validate(manifest.replace("\"chat:write\"", "\"admin\""), InputFormat.JSON))
        .isNotEmpty();
  }

  @Test
  void every_declared_command_is_in_it_and_new_ones_come_by_their_declaration() throws IOException {
    CommandRegistry more =
        SampleCommands.registry()
            .command(
                CommandSpec.of("digest", "Posts digests", Signature.of()),
                invocation -> Reply.of("x"))
            .build();

    JsonNode commands = manifest(more, PUBLIC).path("features").path("slash_commands");

    assertThat(texts(commands, "command"))
        .containsExactly("/amserr", "/codes", "/oncall", "/errors", "/digest");
    assertThat(texts(commands, "url")).containsOnly("https://amserr.example.com/slack/commands");
    assertThat(texts(commands, "description")).contains("Explains an error code");
    assertThat(texts(commands, "should_escape")).containsOnly("true");
    assertThat(texts(commands, "usage_hint"))
        .containsExactly(
            "0x8088002E | help",
            "search | systems | diff | help",
            "who | cover | uncover | help",
            "top | show | mute | help",
            "help");
  }

  @Test
  void help_that_is_declared_is_named_once() throws IOException {
    CommandSpec helpful =
        CommandSpec.of(
            "digest",
            "Posts digests",
            SubcommandSpec.of("help", "Explains itself", Signature.of()),
            SubcommandSpec.of("status", "Says what waits", Signature.of()));
    String json = new SlackManifest(List.of(helpful)).json(PUBLIC, Set.of());

    JsonNode commands = new ObjectMapper().readTree(json).path("features").path("slash_commands");

    assertThat(texts(commands, "usage_hint")).containsExactly("help | status");
  }

  @Test
  void the_shortcut_and_the_address_of_interactions_are_in_it() throws IOException {
    JsonNode manifest = manifest(registry, URI.create("https://example.com/bots/amserr/"));

    JsonNode shortcut = manifest.path("features").path("shortcuts").path(0);
    assertThat(shortcut.path("type").asText()).isEqualTo("message");
    assertThat(shortcut.path("name").asText()).isEqualTo("Decode errors");
    assertThat(shortcut.path("callback_id").asText()).isEqualTo(SlackManifest.DECODE_SHORTCUT);
    assertThat(manifest.path("settings").path("interactivity").path("request_url").asText())
        .isEqualTo("https://example.com/bots/amserr/slack/interactivity");
  }

  @Test
  void the_app_may_no_more_than_it_needs() throws IOException {
    ObjectMapper mapper = new ObjectMapper();

    JsonNode plain = mapper.readTree(new SlackManifest(registry.specs()).json(PUBLIC, Set.of()));
    JsonNode pictures =
        mapper.readTree(new SlackManifest(registry.specs()).json(PUBLIC, Set.of(Extra.PICTURES)));
    JsonNode history =
        mapper.readTree(new SlackManifest(registry.specs()).json(PUBLIC, Set.of(Extra.HISTORY)));

    assertThat(scopes(plain)).containsExactly("commands", "chat:write", "incoming-webhook");
    assertThat(scopes(pictures)).contains("files:write").hasSize(4);
    assertThat(scopes(history)).contains("channels:history", "groups:history").hasSize(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://amserr.example.com",
        "amserr.example.com",
        "/slack",
        "https://amserr.example.com/?a=b",
        "mailto:a@example.com",
      })
  void an_address_that_slack_cannot_use_is_refused_with_an_example(String url) {
    assertThatThrownBy(() -> new SlackManifest(registry.specs()).json(URI.create(url), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://amserr.example.com");
  }

  private static JsonNode manifest(CommandRegistry registry, URI url) throws IOException {
    return new ObjectMapper().readTree(new SlackManifest(registry.specs()).json(url, Set.of()));
  }

  private static List<String> scopes(JsonNode manifest) {
    JsonNode scopes = manifest.path("oauth_config").path("scopes").path("bot");
    return StreamSupport.stream(scopes.spliterator(), false).map(JsonNode::asText).toList();
  }

  private static List<String> texts(JsonNode array, String field) {
    return StreamSupport.stream(array.spliterator(), false)
        .map(node -> node.path(field).asText())
        .toList();
  }

  private static JsonSchema schema() throws IOException {
    try (InputStream schema =
        Objects.requireNonNull(
            SlackManifestTest.class.getResourceAsStream("manifest-schema.json"))) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
    }
  }
}
