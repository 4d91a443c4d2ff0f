package dev.amserr.app.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.amserr.app.Latches;
import dev.amserr.storage.StoreUnavailableException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What {@link Database} promises to the features that bring their own SQL. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class TransactionContract {

  private Database database;

  abstract StoreLocation freshStore();

  @BeforeAll
  void open() {
    database = Database.open(freshStore());
    database.transaction(
        handle ->
            handle.execute("CREATE TABLE counter (name TEXT PRIMARY KEY, n BIGINT NOT NULL)"));
  }

  @AfterAll
  void close() {
    if (database != null) {
      database.close();
    }
  }

  @BeforeEach
  void zero() {
    database.transaction(handle -> handle.execute("DELETE FROM counter"));
    database.transaction(handle -> handle.execute("INSERT INTO counter VALUES ('a', 0)"));
  }

  @Test
  void an_error_ends_the_wait_of_everybody_in_its_group() throws Exception {
    CountDownLatch second = new CountDownLatch(1);
    AtomicInteger groups = new AtomicInteger();
    GroupCommit<Integer> commits =
        new GroupCommit<>(
            database,
            50,
            (handle, changes) -> {
              if (groups.incrementAndGet() == 1) {
                Latches.await(second);
                return;
              }
              throw new OutOfMemoryError("as if");
            });
    ExecutorService threads = Executors.newFixedThreadPool(3);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      done.add(threads.submit(() -> commits.commit(1)));
    }
    while (commits.waiting() < 2) {
      Thread.onSpinWait();
    }
    second.countDown();

    int failed = 0;
    for (Future<?> one : done) {
      try {
        one.get(30, TimeUnit.SECONDS);
      } catch (ExecutionException e) {
        assertThat(e).hasCauseInstanceOf(OutOfMemoryError.class);
        failed++;
      }
    }

    assertThat(failed).isEqualTo(2);
    threads.shutdown();
  }

  @Test
  void changes_brought_at_the_same_time_are_committed_together_and_each_once() throws Exception {
    List<Integer> groups = Collections.synchronizedList(new ArrayList<>());
    GroupCommit<Integer> commits =
        new GroupCommit<>(
            database,
            50,
            (handle, changes) -> {
              groups.add(changes.size());
              for (int change : changes) {
                handle.execute("UPDATE counter SET n = n + ?", change);
              }
            });

    ExecutorService threads = Executors.newFixedThreadPool(16);
    List<Future<?>> done = new ArrayList<>();
    for (int i = 0; i < 800; i++) {
      done.add(threads.submit(() -> commits.commit(1)));
    }
    for (Future<?> one : done) {
      one.get();
    }
    threads.shutdown();

    assertThat(database.read(TransactionContract::count)).isEqualTo(800);
    assertThat(groups.stream().mapToInt(Integer::intValue).sum()).isEqualTo(800);
    assertThat(groups).hasSizeLessThan(800).allMatch(size -> size <= 50);
  }

  @Test
  void a_failed_group_tells_whoever_brought_it_and_nobody_after() {
    GroupCommit<String> commits =
        new GroupCommit<>(database, 50, (handle, changes) -> handle.execute(changes.get(0)));

    assertThatThrownBy(() -> commits.commit("UPDATE nothing SET n = 1"))
        .isInstanceOf(StatementException.class);
    commits.commit("UPDATE counter SET n = 7");

    assertThat(database.read(TransactionContract::count)).isEqualTo(7);
  }

  @Test
  void a_transaction_is_seen_as_soon_as_it_returns() {
    long result =
        database.transaction(
            handle -> {
              handle.execute("UPDATE counter SET n = 41");
              handle.execute("UPDATE counter SET n = n + 1");
              return count(handle);
            });

    assertThat(result).isEqualTo(42);
    assertThat(database.<Long>read(TransactionContract::count)).isEqualTo(42);
  }

  @Test
  void a_transaction_that_fails_changes_nothing_and_its_own_failure_comes_out() {
    IllegalArgumentException failure = new IllegalArgumentException("not like this");

    assertThatThrownBy(
            () ->
                database.transaction(
                    handle -> {
                      handle.execute("UPDATE counter SET n = 7");
                      throw failure;
                    }))
        .isSameAs(failure);

    assertThat(database.<Long>read(TransactionContract::count)).isZero();
  }

  @Test
  void a_wrong_statement_is_our_fault_and_not_the_stores() {
    assertThatThrownBy(
            () -> database.transaction(handle -> handle.execute("UPDATE no_such_table SET n=1")))
        .isInstanceOf(StatementException.class);
    assertThatThrownBy(
            () ->
                database.transaction(
                    handle -> {
                      try (PreparedStatement plain =
                          handle
                              .getConnection()
                              .prepareStatement("INSERT INTO no_such_table VALUES (1)")) {
                        return plain.executeUpdate();
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasCauseInstanceOf(SQLException.class);

    assertThat(database.<Long>read(TransactionContract::count)).isZero();
  }

  @Test
  void the_message_of_a_refused_row_does_not_repeat_its_values() {
    assertThatThrownBy(
            () ->
                database.transaction(
                    handle ->
                        handle
                            .createUpdate("INSERT INTO counter VALUES ('a', :secret)")
                            .bind("secret", 20_260_712L)
                            .execute()))
        .isInstanceOf(StatementException.class)
        .message()
        .doesNotContain("20260712", "(a)");
  }

  @Test
  void a_read_cannot_write() {
    assertThatThrownBy(() -> database.read(handle -> handle.execute("UPDATE counter SET n = 7")))
        .isInstanceOf(RuntimeException.class);

    assertThat(database.<Long>read(TransactionContract::count)).isZero();
  }

  @Test
  void a_read_sees_one_state_while_others_write() {
    List<Long> seen =
        database.read(
            handle -> {
              long before = count(handle);
              database.transaction(writer -> writer.execute("UPDATE counter SET n = 5"));
              return List.of(before, count(handle));
            });

    assertThat(seen).containsExactly(0L, 0L);
    assertThat(database.<Long>read(TransactionContract::count)).isEqualTo(5);
  }

  @Test
  void a_transaction_within_a_transaction_is_refused_at_once() {
    assertThatThrownBy(
            () -> database.transaction(outer -> database.transaction(inner -> count(inner))))
        .isInstanceOf(IllegalStateException.class)
        .isNotInstanceOf(StoreUnavailableException.class);

    assertThat(database.<Long>transaction(TransactionContract::count)).isZero();
  }

  @Test
  void no_update_of_many_threads_is_lost() throws Exception {
    int threads = 6;
    int each = 30;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    List<Future<?>> running = new ArrayList<>();

    for (int t = 0; t < threads; t++) {
      running.add(
          pool.submit(
              () -> {
                for (int i = 0; i < each; i++) {
                  database.transaction(handle -> handle.execute("UPDATE counter SET n = n + 1"));
                }
              }));
    }
    for (Future<?> future : running) {
      future.get();
    }
    pool.shutdown();

    assertThat(database.<Long>read(TransactionContract::count)).isEqualTo((long) threads * each);
  }

  @Test
  void a_time_that_is_no_number_is_refused() {
    String insert =
        "INSERT INTO short_lived_record (id, kind, content, created_at, expires_at)"
            + " VALUES ('0123456789abcdef', 'k', '', 'now', 5)";

    assertThatThrownBy(() -> database.transaction(handle -> handle.execute(insert)))
        .isInstanceOf(StatementException.class);
  }

  @Test
  void a_store_that_answers_is_up() {
    assertThat(database.ping()).isEqualTo(new StoreHealth.Up());
  }

  private static long count(Handle handle) {
    return handle.createQuery("SELECT n FROM counter").mapTo(Long.class).one();
  }
}
