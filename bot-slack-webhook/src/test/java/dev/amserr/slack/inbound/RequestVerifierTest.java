package dev.amserr.slack.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.slack.api.app_backend.SlackSignature;
import dev.amserr.slack.outbound.TestClock;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestVerifierTest {

  /** The example of Slack's documentation. */
  private static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  private static final long SIGNED_AT = 1531420618;
  private static final String SIGNATURE =
      "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503";
  private static final String BODY =
      "token=xyzz0WbapA4vBCDEFasx0q6G&team_id=T1DC2JH3J&team_domain=testteamnow"
          + "&channel_id=G8PSS9T3V&channel_name=foobar&user_id=U2CERLKJA&user_name=roadrunner"
          + "&command=%2Fwebhook-collect&text=&response_url=https%3A%2F%2Fhooks.slack.com"
          + "%2Fcommands%2FT1DC2JH3J%2F397700885554%2F96rGlfmibIGlgcZRskXaIFfN"
          + "&trigger_id=398738663015.47445629121.803a0bc887a14d10d2c447fce8b6703c";

  private final TestClock clock = new TestClock(Instant.ofEpochSecond(SIGNED_AT));
  private final List<String> logged = new ArrayList<>();
  private final RequestVerifier verifier = verifier(SECRET);

  @Test
  void a_shortcut_on_the_longest_message_in_any_script_is_read() {
    String message = "\\u4e00".repeat(2 * 40_000);
    int rest = 20_000;

    String body = "payload=" + URLEncoder.encode(message, StandardCharsets.UTF_8);

    assertThat(body.length() + rest).isLessThan(RequestVerifier.LARGEST_BODY);
    assertThat(RequestVerifier.LARGEST_BODY).isLessThan(1_000_000);
  }

  @Test
  void slacks_documented_example_is_taken() {
    assertThat(verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"-301, TOO_NEW", "-300, ", "300, ", "301, TOO_OLD", "31536000, TOO_OLD"})
  void the_time_of_signing_is_at_most_five_minutes_away_either_way(long age, Refusal refusal) {
    clock.pass(Duration.ofSeconds(age));

    assertThat(verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY)).orElse(null))
        .isEqualTo(refusal);
  }

  @Test
  void a_request_is_taken_once() {
    verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY));

    assertThat(verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY)))
        .contains(Refusal.REPLAYED);
  }

  @Test
  void it_is_remembered_as_long_as_its_signature_holds() {
    clock.pass(Duration.ofMinutes(-5));
    verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY));
    clock.pass(Duration.ofMillis(600_999));

    assertThat(verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY)))
        .contains(Refusal.REPLAYED);
  }

  @Test
  void a_refused_request_does_not_count_as_seen() {
    verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY + "&"));

    assertThat(verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "v0=",
        "v1=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b50",
        "v0=a2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b5030",
        "v0=z2114d57b48eac39b9ad189dd8316235a7b4a8d21a10bd27519666489c69b503",
      })
  void what_is_no_signature_is_unreadable(String signature) {
    assertThat(verifier.refusal(Long.toString(SIGNED_AT), signature, bytes(BODY)))
        .contains(Refusal.UNREADABLE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "now", "-1531420618", "1531420618.0", "9999999999999", "१५३१४२०६१८"})
  void what_is_no_time_is_unreadable(String timestamp) {
    assertThat(verifier.refusal(timestamp, SIGNATURE, bytes(BODY))).contains(Refusal.UNREADABLE);
  }

  @Test
  void a_missing_header_is_told_from_a_wrong_one() {
    assertThat(verifier.refusal(null, SIGNATURE, bytes(BODY))).contains(Refusal.NOT_SIGNED);
    assertThat(verifier.refusal(Long.toString(SIGNED_AT), null, bytes(BODY)))
        .contains(Refusal.NOT_SIGNED);
  }

  @Test
  void one_changed_byte_or_another_secret_does_not_fit() {
    RequestVerifier other = verifier("another");

    assertThat(verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY + " ")))
        .contains(Refusal.WRONG_SIGNATURE);
    assertThat(verifier.refusal(Long.toString(SIGNED_AT + 1), SIGNATURE, bytes(BODY)))
        .contains(Refusal.WRONG_SIGNATURE);
    assertThat(other.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY)))
        .contains(Refusal.WRONG_SIGNATURE);
  }

  @Test
  void while_a_secret_is_replaced_both_are_good() {
    RequestVerifier rotating = verifier("the-new-one", SECRET);

    assertThat(rotating.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY))).isEmpty();
    assertThat(signedWith("the-new-one", rotating, "a=b")).isTrue();
    assertThat(signedWith("the-third", rotating, "a=b")).isFalse();
  }

  @Test
  void the_log_says_once_an_hour_that_a_former_secret_is_still_needed() {
    RequestVerifier rotating = verifier("the-new-one", SECRET);

    signedWith("the-new-one", rotating, "a=1");
    assertThat(logged).isEmpty();

    signedWith(SECRET, rotating, "a=2");
    signedWith(SECRET, rotating, "a=3");
    assertThat(logged).singleElement(STRING).contains("signing secret 2").doesNotContain(SECRET);

    clock.pass(Duration.ofHours(1));
    signedWith(SECRET, rotating, "a=4");
    assertThat(logged).hasSize(2);
  }

  @Test
  void a_request_that_is_refused_is_no_reason_to_keep_a_secret() {
    RequestVerifier rotating = verifier("the-new-one", SECRET);

    signedWith("the-third", rotating, "a=1");

    assertThat(logged).isEmpty();
  }

  @Test
  void without_a_secret_nothing_is_taken() {
    RequestVerifier none = verifier();

    assertThat(none.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY)))
        .contains(Refusal.WRONG_SIGNATURE);
  }

  @ParameterizedTest
  @CsvSource({
    "786431, NOT_SIGNED",
    "786432, NOT_SIGNED",
    "786433, TOO_LARGE",
    "1048576, TOO_LARGE"
  })
  void size_is_looked_at_first(int size, Refusal refusal) {
    assertThat(verifier.refusal(null, null, new byte[size])).contains(refusal);
  }

  @Test
  void an_upper_case_signature_is_the_same_signature() {
    String upper = "v0=" + SIGNATURE.substring(3).toUpperCase(Locale.ROOT);

    verifier.refusal(Long.toString(SIGNED_AT), SIGNATURE, bytes(BODY));

    assertThat(verifier.refusal(Long.toString(SIGNED_AT), upper, bytes(BODY)))
        .contains(Refusal.REPLAYED);
  }

  @Property
  void whatever_slack_signs_is_taken_and_nothing_else(@ForAll String text, @ForAll byte other) {
    TestClock now = new TestClock(Instant.ofEpochSecond(SIGNED_AT));
    RequestVerifier slacks = new RequestVerifier(List.of(SECRET), new FormerSecretLog(now), now);
    byte[] body = bytes(text);
    String signature =
        new SlackSignature.Generator(SECRET)
            .generate(Long.toString(SIGNED_AT), new String(body, StandardCharsets.UTF_8));
    byte[] longer = Arrays.copyOf(body, body.length + 1);
    longer[body.length] = other;

    assertThat(slacks.refusal(Long.toString(SIGNED_AT), signature, longer))
        .contains(Refusal.WRONG_SIGNATURE);
    assertThat(slacks.refusal(Long.toString(SIGNED_AT), signature, body)).isEmpty();
  }

  private RequestVerifier verifier(String... secrets) {
    return new RequestVerifier(List.of(secrets), new FormerSecretLog(clock, logged::add), clock);
  }

  private boolean signedWith(String secret, RequestVerifier verifier, String body) {
    String now = Long.toString(clock.instant().getEpochSecond());
    String signature = new SlackSignature.Generator(secret).generate(now, body);
    return verifier.refusal(now, signature, bytes(body)).isEmpty();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
