package dev.amserr.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.storage.AuditEntry;
import dev.amserr.time.Interval;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** What every store of covers does. */
public abstract class CoversContract {

  private static final Instant NOW = Instant.parse("2026-06-01T00:00:00.123Z");
  private static final Instant LATER = NOW.plusSeconds(60);
  private static final Instant FROM = Instant.parse("2026-06-02T10:00:00.456Z");
  private static final Instant UNTIL = Instant.parse("2026-06-03T10:00:00Z");
  private static final Interval AROUND =
      new Interval(FROM.minusSeconds(9999), UNTIL.plusSeconds(9999));

  /** A store that was empty before the test. */
  protected abstract Covers covers();

  /** What its audit log has kept, oldest first. */
  protected abstract List<AuditEntry> audit();

  @Test
  void a_cover_is_found_as_it_was_made() {
    Covers covers = covers();

    Covers.Addition addition = add(covers, CoverScope.of("ana"), NOW, "discord:1");

    Cover cover = addition.cover();
    assertThat(isNew(addition)).isTrue();
    assertThat(cover)
        .isEqualTo(
            new Cover(
                cover.id(),
                "player",
                "primary",
                CoverScope.of("ana"),
                new Interval(FROM, UNTIL),
                "ben",
                NOW,
                "discord:1"));
    assertThat(covers.find(cover.id())).contains(cover);
    assertThat(covers.of("player", AROUND)).containsExactly(cover);
  }

  @Test
  void the_same_request_again_is_the_same_cover() {
    Covers covers = covers();

    Covers.Addition first = add(covers, CoverScope.slot(), NOW, "discord:1");
    Covers.Addition second = add(covers, CoverScope.slot(), NOW.plusSeconds(1), "slack:2");

    assertThat(isNew(second)).isFalse();
    assertThat(second.cover()).isEqualTo(first.cover());
    assertThat(covers.of("player", AROUND)).hasSize(1);
  }

  @Test
  void what_differs_in_anything_is_another_cover_with_a_higher_id() {
    Covers covers = covers();

    Cover one = add(covers, CoverScope.slot(), NOW, "x").cover();
    Cover two = add(covers, CoverScope.of("ana"), NOW, "x").cover();
    Cover three = add(covers, CoverScope.of("cy"), NOW, "x").cover();

    assertThat(two.id()).isGreaterThan(one.id());
    assertThat(three.id()).isGreaterThan(two.id());
    assertThat(covers.of("player", AROUND)).containsExactly(one, two, three);
  }

  @Test
  void only_covers_of_that_team_that_reach_into_the_window_are_listed() {
    Covers covers = covers();
    Cover cover = add(covers, CoverScope.slot(), NOW, "x").cover();

    assertThat(covers.of("encoder", AROUND)).isEmpty();
    assertThat(covers.of("player", new Interval(UNTIL, UNTIL.plusSeconds(1)))).isEmpty();
    assertThat(covers.of("player", new Interval(FROM.minusSeconds(1), FROM))).isEmpty();
    assertThat(covers.of("player", new Interval(FROM, FROM.plusMillis(1)))).containsExactly(cover);
    assertThat(covers.of("player", new Interval(UNTIL.minusMillis(1), UNTIL)))
        .containsExactly(cover);
  }

  @Test
  void a_removed_cover_is_gone_and_is_removed_once() {
    Covers covers = covers();
    Cover cover = add(covers, CoverScope.slot(), NOW, "x").cover();

    Optional<Cover> first = covers.remove(cover.id(), LATER, removal(LATER));
    Optional<Cover> second = covers.remove(cover.id(), LATER, removal(LATER));

    assertThat(first).contains(cover);
    assertThat(second).isEmpty();
    assertThat(covers.find(cover.id())).isEmpty();
    assertThat(covers.of("player", AROUND)).isEmpty();
  }

  @Test
  void the_same_request_after_a_removal_is_a_new_cover_with_a_new_id() {
    Covers covers = covers();
    Cover old = add(covers, CoverScope.slot(), NOW, "x").cover();
    covers.remove(old.id(), LATER, removal(LATER));

    Covers.Addition addition = add(covers, CoverScope.slot(), LATER.plusSeconds(1), "x");

    assertThat(isNew(addition)).isTrue();
    assertThat(addition.cover().id()).isGreaterThan(old.id());
  }

  @Test
  void a_draft_that_was_confirmed_and_removed_is_not_brought_back_by_a_second_confirmation() {
    Covers covers = covers();
    Cover old = add(covers, CoverScope.slot(), NOW, "x").cover();
    covers.remove(old.id(), LATER, removal(LATER));

    Covers.Addition late =
        covers.add(
            new CoverDraft(request(CoverScope.slot()), NOW.minusSeconds(5)),
            LATER.plusSeconds(1),
            "x",
            cover -> entry(LATER, "oncall.cover", cover));

    assertThat(late).isEqualTo(new Covers.Withdrawn(old, LATER));
    assertThat(covers.of("player", AROUND)).isEmpty();
  }

  @Test
  void every_change_is_in_the_audit_log_once_and_nothing_else_is() {
    Covers covers = covers();

    Cover cover = add(covers, CoverScope.slot(), NOW, "x").cover();
    add(covers, CoverScope.slot(), NOW, "x");
    covers.remove(cover.id(), LATER, removal(LATER));
    covers.remove(cover.id(), LATER, removal(LATER));

    assertThat(audit())
        .containsExactly(entry(NOW, "oncall.cover", cover), entry(LATER, "oncall.uncover", cover));
  }

  @Test
  void a_change_whose_audit_entry_fails_is_not_made() {
    Covers covers = covers();

    assertThatThrownBy(
            () ->
                covers.add(
                    new CoverDraft(request(CoverScope.slot()), NOW),
                    NOW,
                    "x",
                    cover -> {
                      throw new IllegalStateException("no entry");
                    }))
        .isInstanceOf(IllegalStateException.class);

    assertThat(covers.of("player", AROUND)).isEmpty();
    assertThat(audit()).isEmpty();
  }

  @Test
  void of_many_who_add_the_same_at_once_one_adds_it() throws Exception {
    Covers covers = covers();
    Callable<Covers.Addition> add = () -> add(covers, CoverScope.of("ana"), NOW, "discord:1");
    ExecutorService threads = Executors.newFixedThreadPool(8);

    List<Covers.Addition> additions = new ArrayList<>();
    try {
      for (Future<Covers.Addition> future :
          threads.invokeAll(
              List.of(add, add, add, add, add, add, add, add), 60, TimeUnit.SECONDS)) {
        additions.add(future.get());
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(additions).filteredOn(CoversContract::isNew).hasSize(1);
    assertThat(additions)
        .extracting(a -> a.cover().id())
        .containsOnly(additions.get(0).cover().id());
    assertThat(covers.of("player", AROUND)).hasSize(1);
  }

  private static boolean isNew(Covers.Addition addition) {
    return addition.fold(added -> true, present -> false, withdrawn -> false);
  }

  private static Covers.Addition add(Covers covers, CoverScope scope, Instant now, String by) {
    return covers.add(
        new CoverDraft(request(scope), now), now, by, cover -> entry(now, "oncall.cover", cover));
  }

  private static Function<Cover, AuditEntry> removal(Instant at) {
    return cover -> entry(at, "oncall.uncover", cover);
  }

  private static AuditEntry entry(Instant at, String action, Cover cover) {
    return new AuditEntry(
        at, "discord", "1", "Ana", action, "cover/" + cover.id(), "because", "before", "after");
  }

  private static CoverRequest request(CoverScope scope) {
    return new CoverRequest("player", "primary", scope, FROM, UNTIL, "ben");
  }
}
