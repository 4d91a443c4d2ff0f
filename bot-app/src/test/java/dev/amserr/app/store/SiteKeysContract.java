package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** What the keys of a site promise, on each database. */
abstract class SiteKeysContract {

  private static final HexFormat HEX = HexFormat.of();

  abstract Database database();

  /** The keys as another node sees them. */
  private SqlSiteKeys keys() {
    return new SqlSiteKeys(database(), new SecureRandom());
  }

  @Test
  void whoever_asks_first_makes_the_key_and_all_get_the_same() {
    byte[] first = keys().key("first");

    assertThat(first).hasSize(32);
    assertThat(keys().key("first")).isEqualTo(first);
    assertThat(keys().key("second")).hasSize(32).isNotEqualTo(first);
  }

  @Test
  void of_nodes_that_start_together_all_get_the_same() {
    List<CompletableFuture<String>> nodes = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      nodes.add(CompletableFuture.supplyAsync(() -> HEX.formatHex(keys().key("raced"))));
    }

    assertThat(nodes.stream().map(CompletableFuture::join).distinct()).hasSize(1);
  }
}
