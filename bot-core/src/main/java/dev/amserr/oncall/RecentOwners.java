package dev.amserr.oncall;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.errorcode.Owners;
import dev.amserr.errorcode.Ownership;
import dev.amserr.errorcode.Reading;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * Owners as they were a second ago at most: in an incident everybody asks for the same code, and
 * each answer asks the store for covers. For questions about now only. Thread-safe.
 */
public final class RecentOwners implements Owners {

  private static final Duration RECENT = Duration.ofSeconds(1);
  private static final int MOST = 1_000;

  private final Owners owners;
  private final Cache<OwnedCode, Ownership> recent;

  /**
   * Remembers what others say.
   *
   * @param ticker measures the second
   */
  public RecentOwners(Owners owners, Ticker ticker) {
    this.owners = owners;
    this.recent =
        Caffeine.newBuilder().ticker(ticker).expireAfterWrite(RECENT).maximumSize(MOST).build();
  }

  @Override
  public Ownership of(Reading reading, Instant at) {
    OwnedCode code =
        new OwnedCode(
            reading.system().id(),
            Objects.requireNonNullElse(reading.name(), ""),
            Objects.requireNonNullElse(reading.value(), ""));
    Ownership known = recent.getIfPresent(code);
    if (known != null) {
      return known;
    }
    Ownership found = owners.of(reading, at);
    recent.put(code, found);
    return found;
  }
}
