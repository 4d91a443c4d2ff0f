package dev.amserr.discord;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DiscordSettingsTest {

  private static final URI API = URI.create("http://127.0.0.1:1/api/v10/");
  private static final URI GATEWAY = URI.create("ws://127.0.0.1:1/gateway");

  @Test
  void the_token_is_never_printed() {
    DiscordSettings settings = DiscordSettings.of("the.secret.token", List.of());

    assertThat(settings.toString()).doesNotContain("secret").contains("discord.com/api/v10/");
  }

  @Test
  void an_api_url_without_a_slash_at_its_end_is_given_one() {
    DiscordSettings settings =
        new DiscordSettings("t", List.of(), URI.create("http://127.0.0.1:1/api/v10"), GATEWAY);

    assertThat(settings.apiUrl()).isEqualTo(API);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "two words", "line\n", "Bot abc"})
  void a_token_that_can_be_none_is_refused_without_repeating_it(String token) {
    assertThatThrownBy(() -> DiscordSettings.of(token, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("must be one word")
        .hasMessageNotContaining("abc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"streaming", "12", "https://discord.com/channels/1"})
  void a_server_that_is_no_id_is_refused(String guild) {
    assertThatThrownBy(() -> DiscordSettings.of("t", List.of(guild)))
        .hasMessageContaining(guild)
        .hasMessageContaining("15 to 20 digits");
  }

  @Test
  void a_server_named_twice_is_refused() {
    List<String> twice = List.of("200000000000000002", "200000000000000002");

    assertThatThrownBy(() -> DiscordSettings.of("t", twice)).hasMessageContaining("twice");
  }

  @ParameterizedTest
  @CsvSource({
    "ftp://127.0.0.1/api/, ws://127.0.0.1/",
    "http://127.0.0.1/api/, http://127.0.0.1/",
    "api/v10/, ws://127.0.0.1/",
    "http://127.0.0.1/api/?a=b, ws://127.0.0.1/"
  })
  void an_endpoint_of_another_kind_is_refused(String api, String gateway) {
    assertThatThrownBy(
            () -> new DiscordSettings("t", List.of(), URI.create(api), URI.create(gateway)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("of Discord is at a URL of the form");
  }
}
