package dev.amserr.slack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlackSettingsTest {

  @Test
  void secrets_are_not_printed() {
    SlackSettings settings = SlackSettings.of(List.of("s3cr3t", "form3r"), "xoxb-t0k3n");

    assertThat(settings.toString())
        .isEqualTo("SlackSettings[2 signing secrets, a bot token, https://slack.com/api/]");
  }

  @Test
  void an_empty_secret_or_token_is_a_mistake() {
    assertThatThrownBy(() -> SlackSettings.of(List.of("good", " "), null))
        .hasMessageContaining("signing secret");
    assertThatThrownBy(() -> SlackSettings.of(List.of("good"), ""))
        .hasMessageContaining("bot token");
  }

  @ParameterizedTest
  @ValueSource(strings = {"https://slack.com/api", "slack.com/api/", "ftp://slack.com/api/"})
  void an_address_that_methods_cannot_be_appended_to_is_a_mistake(String url) {
    assertThatThrownBy(() -> new SlackSettings(List.of(), null, URI.create(url), Set.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("ends in /");
  }
}
