package dev.amserr.notify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.reply.Reply;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.notify.LoopbackPlatform.Reaction;
import dev.amserr.notify.LoopbackPlatform.ResetAfterRequest;
import dev.amserr.notify.LoopbackPlatform.Silence;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every notifier makes of what a platform does. */
public abstract class NotifierContract {

  /** A post that any platform takes. */
  protected static final Post POST = new Post("digest:daily:1", Reply.of("2 errors since 09:00"));

  /** A notifier for a platform at this URL, which waits that long for an answer. */
  protected abstract Notifier notifier(URI platform, Duration timeout);

  /** A channel that the notifier serves, on a platform at this URL. */
  protected abstract Channel channel(URI platform);

  /** A channel of another platform. */
  protected abstract Channel foreignChannel();

  /** How the platform says that it has taken a message. */
  protected abstract Answer taken();

  /** How the platform refuses with an HTTP status other than 429. */
  protected abstract Answer refused(int status);

  /** How the platform says that it has had too much, for these seconds or without saying. */
  protected Answer limited(OptionalInt retryAfter) {
    Answer answer = refused(429);
    return retryAfter.isPresent()
        ? answer.with("Retry-After", Integer.toString(retryAfter.getAsInt()))
        : answer;
  }

  /** What must appear in no text that the notifier makes. */
  protected abstract List<String> secrets();

  /** Longer than any answer takes that comes at all. */
  protected static final Duration PATIENT = Duration.ofSeconds(30);

  private static final Duration IMPATIENT = Duration.ofSeconds(2);

  private record Case(String name, Function<NotifierContract, Reaction> reaction, String outcome) {
    @Override
    public String toString() {
      return name + " is " + outcome;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("200", NotifierContract::taken, "delivered"),
        new Case("400", c -> c.refused(400), "rejected INVALID"),
        new Case("401", c -> c.refused(401), "rejected UNAUTHORIZED"),
        new Case("403", c -> c.refused(403), "rejected FORBIDDEN"),
        new Case("404", c -> c.refused(404), "rejected GONE"),
        new Case("410", c -> c.refused(410), "rejected GONE"),
        new Case("413", c -> c.refused(413), "rejected TOO_LARGE"),
        new Case("429 for 7 s", c -> c.limited(OptionalInt.of(7)), "limited for 7 s"),
        new Case("500", c -> c.refused(500), "unreachable"),
        new Case("503", c -> c.refused(503), "unreachable"),
        new Case("a reset after the request", c -> new ResetAfterRequest(), "unknown"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  final void the_outcome_follows_from_what_the_platform_did(Case row) throws IOException {
    try (LoopbackPlatform platform = new LoopbackPlatform(request -> row.reaction().apply(this))) {
      Delivery delivery = post(platform.url());

      assertThat(outcome(delivery)).isEqualTo(row.outcome());
      assertThat(platform.requests()).hasSize(1);
      assertThat(delivery.toString()).doesNotContain(secrets());
    }
  }

  @Test
  final void an_answer_that_does_not_come_leaves_the_outcome_unknown() throws IOException {
    try (LoopbackPlatform platform = new LoopbackPlatform(request -> new Silence())) {
      Delivery delivery = notifier(platform.url(), IMPATIENT).post(channel(platform.url()), POST);

      assertThat(outcome(delivery)).isEqualTo("unknown");
      assertThat(platform.requests()).hasSize(1);
      assertThat(delivery.toString()).doesNotContain(secrets());
    }
  }

  @Test
  final void a_limit_without_a_time_is_a_limit_for_some_time() throws IOException {
    Answer answer = limited(OptionalInt.empty());
    try (LoopbackPlatform platform = new LoopbackPlatform(request -> answer)) {
      Delivery delivery = post(platform.url());

      assertThat(delivery)
          .isInstanceOfSatisfying(
              Delivery.RateLimited.class, limited -> assertThat(limited.retryAfter()).isPositive());
    }
  }

  @Test
  final void a_connection_reset_before_the_request_leaves_it_certainly_unsent() throws IOException {
    try (LoopbackPlatform platform = LoopbackPlatform.resettingAtOnce()) {
      Delivery delivery = post(platform.secureUrl());

      assertThat(outcome(delivery)).isEqualTo("unreachable");
      assertThat(delivery.toString()).doesNotContain(secrets());
    }
  }

  @Test
  final void a_platform_that_is_not_there_is_unreachable() throws IOException {
    Delivery delivery = post(LoopbackPlatform.nobody());

    assertThat(outcome(delivery)).isEqualTo("unreachable");
    assertThat(delivery.toString()).doesNotContain(secrets());
  }

  @Test
  final void it_serves_its_own_kind_of_channel_alone() throws IOException {
    Notifier notifier = notifier(LoopbackPlatform.nobody(), PATIENT);

    assertThat(notifier.serves(channel(LoopbackPlatform.nobody()))).isTrue();
    assertThat(notifier.serves(foreignChannel())).isFalse();
  }

  private Delivery post(URI platform) {
    return notifier(platform, PATIENT).post(channel(platform), POST);
  }

  private static String outcome(Delivery delivery) {
    return delivery.fold(
        delivered -> "delivered",
        limited -> "limited for " + seconds(limited.retryAfter()) + " s",
        rejected -> "rejected " + rejected.cause(),
        unreachable -> "unreachable",
        unknown -> "unknown");
  }

  private static long seconds(Duration time) {
    return time.plusMillis(999).toSeconds();
  }
}
