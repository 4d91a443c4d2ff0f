package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.errorcode.CatalogLoader;
import dev.amserr.errorcode.Decoder;
import dev.amserr.errorcode.Owners;
import dev.amserr.errorcode.Ownership;
import dev.amserr.errorcode.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class RecentOwnersTest {

  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00Z");

  private final AtomicLong nanos = new AtomicLong();
  private final AtomicInteger asked = new AtomicInteger();
  private final Owners owners =
      (reading, at) -> new Ownership.Unowned("answer " + asked.incrementAndGet());
  private final RecentOwners recent = new RecentOwners(owners, nanos::get);

  @Test
  void an_owner_is_asked_for_once_in_a_second() {
    Ownership first = recent.of(reading("0x8088002E"), NOW);
    nanos.set(Duration.ofMillis(999).toNanos());
    Ownership second = recent.of(reading("0x8088002E"), NOW.plusMillis(999));

    assertThat(second).isEqualTo(first).isEqualTo(new Ownership.Unowned("answer 1"));
  }

  @Test
  void after_a_second_it_is_asked_for_again() {
    recent.of(reading("0x8088002E"), NOW);
    nanos.set(Duration.ofSeconds(1).toNanos());

    assertThat(recent.of(reading("0x8088002E"), NOW.plusSeconds(1)))
        .isEqualTo(new Ownership.Unowned("answer 2"));
  }

  @Test
  void codes_have_owners_of_their_own() {
    recent.of(reading("0x8088002E"), NOW);

    assertThat(recent.of(reading("404"), NOW)).isEqualTo(new Ownership.Unowned("answer 2"));
  }

  private static Reading reading(String code) {
    return new Decoder(CatalogLoader.builtIn()).decode(code).codes().get(0).readings().get(0);
  }
}
