package dev.amserr.discord;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.amserr.command.Choice;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.OptionSpec;
import dev.amserr.command.Signature;
import dev.amserr.command.reply.Reply;
import dev.amserr.discord.fake.FakeDiscord;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import net.dv8tion.jda.api.interactions.commands.build.CommandData;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which commands Discord is told of, and when. */
class RegistrationTest {

  private static final String GUILD_COMMANDS = "/guilds/" + FakeDiscord.GUILD + "/commands";

  private FakeDiscord discord;

  @BeforeEach
  void start() {
    discord = FakeDiscord.start();
  }

  @AfterEach
  void stop() {
    discord.close();
  }

  @Test
  void commands_go_to_the_named_server_in_one_request() {
    try (BotInTest bot = BotInTest.on(discord)) {
      Waiting.until(() -> !discord.commands(FakeDiscord.GUILD).isEmpty());

      assertThat(discord.commands(FakeDiscord.GUILD).findValuesAsText("name"))
          .contains("amserr", "codes", "oncall", "errors", "Decode errors");
      assertThat(discord.count("PUT", GUILD_COMMANDS)).isEqualTo(1);
      assertThat(discord.commands("")).isEmpty();
      assertThat(bot.bot.trouble()).isEmpty();
    }
  }

  @Test
  void unchanged_commands_are_not_registered_again() {
    BotInTest first = BotInTest.on(discord);
    Waiting.until(() -> !discord.commands(FakeDiscord.GUILD).isEmpty());
    first.close();

    BotInTest second = BotInTest.on(discord);
    Waiting.until(() -> discord.count("GET", GUILD_COMMANDS) == 2);
    discord.command("amserr", "", Map.of("code", "404")).callback();
    second.close();

    assertThat(discord.count("PUT", GUILD_COMMANDS)).isEqualTo(1);
  }

  @Test
  void without_a_server_commands_are_registered_everywhere_and_then_left_alone() {
    DiscordSettings everywhere =
        new DiscordSettings(FakeDiscord.TOKEN, List.of(), discord.apiUrl(), discord.gatewayUrl());
    try (BotInTest first = new BotInTest(everywhere)) {
      assertThat(first.bot.start()).isInstanceOf(Connection.Connected.class);
      Waiting.until(() -> !discord.commands("").isEmpty());
    }

    try (BotInTest second = new BotInTest(everywhere)) {
      assertThat(second.bot.start()).isInstanceOf(Connection.Connected.class);
      Waiting.until(() -> discord.count("GET", "/applications/200000000000000001/commands") == 2);
      discord.command("amserr", "", Map.of("code", "404")).callback();
    }

    assertThat(discord.count("PUT", "/commands")).isEqualTo(1);
  }

  @Test
  void a_server_that_the_bot_is_not_on_does_not_keep_it_from_the_others() {
    DiscordSettings two =
        new DiscordSettings(
            FakeDiscord.TOKEN,
            List.of("299999999999999999", FakeDiscord.GUILD),
            discord.apiUrl(),
            discord.gatewayUrl());

    try (BotInTest bot = new BotInTest(two)) {
      assertThat(bot.bot.start()).isInstanceOf(Connection.Connected.class);

      Waiting.until(() -> !discord.commands(FakeDiscord.GUILD).isEmpty());
    }
  }

  @Test
  void every_type_of_option_has_its_counterpart() {
    try (BotInTest bot = BotInTest.on(discord)) {
      Waiting.until(() -> !discord.commands(FakeDiscord.GUILD).isEmpty());

      JsonNode amserr = named(discord.commands(FakeDiscord.GUILD), "amserr");
      JsonNode cover =
          named(named(discord.commands(FakeDiscord.GUILD), "oncall").path("options"), "cover");

      assertThat(named(amserr.path("options"), "code").path("type").asInt()).isEqualTo(3);
      assertThat(named(amserr.path("options"), "code").path("required").asBoolean()).isTrue();
      assertThat(named(amserr.path("options"), "system").path("autocomplete").asBoolean()).isTrue();
      assertThat(named(amserr.path("options"), "share").path("type").asInt()).isEqualTo(5);
      assertThat(named(cover.path("options"), "by").path("type").asInt()).isEqualTo(6);
      assertThat(named(cover.path("options"), "level").path("choices")).hasSize(2);
      assertThat(bot.bot.trouble()).isEmpty();
    }
  }

  @Test
  void translations_go_to_every_form_of_their_language() {
    CommandSpec spec =
        CommandSpec.of(
                "code",
                "Explains",
                Signature.of(
                    OptionSpec.choice("level", "Which", List.of(Choice.of("primary")))
                        .localised(Locale.GERMAN, "stufe", "Welche")))
            .localised(Locale.GERMAN, "code", "Erklärt")
            .localised(Locale.forLanguageTag("es"), "codigo", "Explica");
    CommandRegistry registry =
        CommandRegistry.builder().command(spec, invocation -> Reply.of("")).build();

    CommandData data = CommandDeclarations.of(registry, "Decode errors").get(0);

    Map<String, Object> names = data.toData().getObject("name_localizations").toMap();
    assertThat(names)
        .containsEntry("de", "code")
        .containsEntry("es-ES", "codigo")
        .containsEntry("es-419", "codigo");
    assertThat(data.toData().toString()).contains("stufe", "Welche", "Erklärt");
  }

  private static JsonNode named(JsonNode list, String name) {
    for (JsonNode item : list) {
      if (item.path("name").asText().equals(name)) {
        return item;
      }
    }
    throw new AssertionError("No " + name + " in " + list);
  }
}
