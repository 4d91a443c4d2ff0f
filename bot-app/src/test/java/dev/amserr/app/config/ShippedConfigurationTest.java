package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.digest.DigestSchedule;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ShippedConfigurationTest {

  private static final Map<String, String> EXAMPLE_VARIABLES =
      Map.of("OPS_SLACK_WEBHOOK", "https://hooks.slack.com/services/T0/B0/x");

  @Test
  void the_shipped_folder_has_no_mistake() {
    ConfigLoader loader = new ConfigLoader(Environment.of(Map.of()), FileAccess.local());

    Configuration configuration =
        Configs.loaded(
            loader.load(ConfigFolder.named(ShippedSettings.FOLDER), CommandLineOptions.none()));

    assertThat(configuration.rosters().teams()).containsKey("player");
    assertThat(configuration.teamCatalogs()).hasSize(1);
  }

  @Test
  void the_shipped_settings_are_the_defaults() {
    assertThat(Configs.settings(ShippedSettings.text())).isEqualTo(Configs.settings(""));
  }

  @Test
  void the_examples_in_the_shipped_settings_have_no_mistake() {
    ConfigLoader local = new ConfigLoader(Environment.of(Map.of()), FileAccess.local());
    InMemoryFiles files =
        new InMemoryFiles().with("config/amserr.yaml", ShippedSettings.withExamples());
    local
        .snapshot(ConfigFolder.named(ShippedSettings.FOLDER))
        .forEach(
            (file, text) -> {
              if (file.endsWith("oncall.yaml")) {
                files.with("config/oncall.yaml", text);
              }
            });

    Settings settings = Configs.loaded(Configs.load(files, EXAMPLE_VARIABLES)).settings();

    assertThat(settings.destinations()).hasSize(3);
    assertThat(settings.digests())
        .extracting(DigestSchedule::name)
        .containsExactly("daily", "player-morning");
    assertThat(settings.onCall().handovers()).hasSize(1);
    assertThat(settings.access().roles()).containsOnlyKeys("oncall-cover");
  }

  @Test
  void without_anything_configured_everything_that_needs_a_key_is_off_and_says_which() {
    List<String> switches =
        FeatureSwitch.of(Configs.settings(ShippedSettings.text())).stream()
            .map(FeatureSwitch::toString)
            .toList();

    assertThat(switches)
        .contains("Discord off (DISCORD_TOKEN)", "Slack commands off (SLACK_SIGNING_SECRET)")
        .allMatch(text -> text.contains(" off ("));
  }
}
