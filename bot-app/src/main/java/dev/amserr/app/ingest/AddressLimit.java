package dev.amserr.app.ingest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * So many requests a minute from one address; of IPv6 from one network of 64 bits, which is what
 * one household has. The minute begins with the first request. Thread-safe.
 */
final class AddressLimit {

  private static final int MOST_ADDRESSES = 100_000;
  private static final int NETWORK_GROUPS = 4;

  private final int perMinute;
  private final Cache<String, AtomicInteger> counts;

  AddressLimit(int perMinute, Ticker ticker) {
    this.perMinute = perMinute;
    this.counts =
        Caffeine.newBuilder()
            .maximumSize(MOST_ADDRESSES)
            .expireAfterWrite(Duration.ofMinutes(1))
            .ticker(ticker)
            .build();
  }

  boolean allows(String address) {
    return counts.get(network(address), key -> new AtomicInteger()).incrementAndGet() <= perMinute;
  }

  /** The first four groups of an IPv6 address as Java writes them, without abbreviation. */
  private static String network(String address) {
    String bare = address.startsWith("[") ? address.substring(1) : address;
    String[] groups = bare.split(":", NETWORK_GROUPS + 1);
    return groups.length <= NETWORK_GROUPS
        ? bare
        : String.join(":", Arrays.copyOf(groups, NETWORK_GROUPS));
  }
}
