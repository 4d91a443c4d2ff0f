package dev.amserr.notify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.command.reply.Reply;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** What every store of told facts does. */
public abstract class ToldOnceContract {

  private static final Instant NOW = Instant.parse("2026-03-03T09:00:00.123Z");

  /** A store that knows no fact, and the outbox it writes to. */
  protected abstract Stores stores();

  /** Two ports of one store. */
  public record Stores(ToldOnce toldOnce, Outbox outbox) {}

  @Test
  void only_what_is_new_is_told() {
    Stores stores = stores();
    stores.toldOnce().tell(Set.of("gap-1"), fresh -> List.of(), NOW);

    Set<String> fresh =
        stores
            .toldOnce()
            .tell(Set.of("gap-1", "gap-2"), news -> List.of(message(String.join(".", news))), NOW);

    assertThat(fresh).containsExactly("gap-2");
    assertThat(stores.outbox().find("gap-2")).isPresent();
  }

  @Test
  void nothing_new_makes_no_message() {
    Stores stores = stores();
    stores.toldOnce().tell(Set.of("gap-1"), fresh -> List.of(), NOW);

    Set<String> fresh =
        stores.toldOnce().tell(Set.of("gap-1"), news -> List.of(message("again")), NOW);

    assertThat(fresh).isEmpty();
    assertThat(stores.outbox().find("again")).isEmpty();
  }

  @Test
  void what_could_not_be_put_into_words_is_not_noted_as_told() {
    Stores stores = stores();

    assertThatThrownBy(
            () ->
                stores
                    .toldOnce()
                    .tell(
                        Set.of("gap-1"),
                        fresh -> {
                          throw new IllegalStateException("no words");
                        },
                        NOW))
        .isInstanceOf(IllegalStateException.class);

    assertThat(stores.toldOnce().tell(Set.of("gap-1"), fresh -> List.of(), NOW))
        .containsExactly("gap-1");
  }

  @Test
  void of_many_who_tell_at_once_one_does() throws Exception {
    Stores stores = stores();
    Callable<Set<String>> tells =
        () ->
            stores
                .toldOnce()
                .tell(Set.of("gap-1", "gap-2"), fresh -> List.of(message("gap-1")), NOW);

    ExecutorService pool = Executors.newFixedThreadPool(4);
    int told = 0;
    try {
      List<Future<Set<String>>> all = pool.invokeAll(new ArrayList<>(List.of(tells, tells, tells)));
      for (Future<Set<String>> one : all) {
        told += one.get().size();
      }
    } finally {
      pool.shutdownNow();
    }

    assertThat(told).isEqualTo(2);
  }

  private static OutboxMessage message(String key) {
    return OutboxMessage.post(
        key,
        "gaps",
        new Destination("team", new Channel.SlackChannel("C0000001")),
        Reply.of("a gap").publicly(),
        NOW);
  }
}
