package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What every store of feed keys does. */
public abstract class FeedKeysContract {

  protected static final Actor ANA = new Actor("discord", "1", "Ana", Set.of());
  private static final Actor BEN = new Actor("discord", "2", "Ben", Set.of());
  protected static final Instant NOW = Instant.parse("2026-06-08T10:00:00Z");

  /** A store that was empty before the test. */
  protected abstract FeedKeys keys();

  @Test
  void a_key_opens_the_feed_of_its_team_and_no_other() {
    FeedKeys keys = keys();

    String key = keys.renew("player", ANA, NOW).key();

    assertThat(keys.opens(key, "player")).isTrue();
    assertThat(keys.opens(key, "encoder")).isFalse();
    assertThat(keys.opens(key + "x", "player")).isFalse();
    assertThat(keys.opens("", "player")).isFalse();
  }

  @Test
  void a_new_key_makes_the_one_before_invalid_but_not_those_of_others() {
    FeedKeys keys = keys();
    String first = keys.renew("player", ANA, NOW).key();
    String others = keys.renew("player", BEN, NOW).key();

    String second = keys.renew("player", ANA, NOW.plusSeconds(1)).key();

    assertThat(second).isNotEqualTo(first);
    assertThat(keys.opens(first, "player")).isFalse();
    assertThat(keys.opens(second, "player")).isTrue();
    assertThat(keys.opens(others, "player")).isTrue();
  }

  @Test
  void a_key_replaces_one_of_the_same_actor_and_team_that_is_still_valid() {
    FeedKeys keys = keys();

    boolean first = keys.renew("player", ANA, NOW).replaced();
    boolean ofAnotherTeam = keys.renew("encoder", ANA, NOW).replaced();
    boolean ofAnotherActor = keys.renew("player", BEN, NOW).replaced();
    boolean second = keys.renew("player", ANA, NOW).replaced();
    keys.revoke("player", ANA, NOW);
    boolean afterRevoking = keys.renew("player", ANA, NOW).replaced();

    assertThat(List.of(first, ofAnotherTeam, ofAnotherActor, second, afterRevoking))
        .containsExactly(false, false, false, true, false);
  }

  @Test
  void a_revoked_key_opens_nothing() {
    FeedKeys keys = keys();
    String key = keys.renew("player", ANA, NOW).key();

    boolean first = keys.revoke("player", ANA, NOW);
    boolean second = keys.revoke("player", ANA, NOW);

    assertThat(first).isTrue();
    assertThat(second).isFalse();
    assertThat(keys.opens(key, "player")).isFalse();
  }
}
