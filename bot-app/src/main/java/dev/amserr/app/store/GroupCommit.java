package dev.amserr.app.store;

import dev.amserr.storage.StoreUnavailableException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Commits what several threads bring at the same time in one transaction: the first to come writes
 * for all that have queued up, the others find their part done. A change is durable when {@link
 * #commit} returns, and a lone caller waits for nobody.
 *
 * @param <C> a change; changes of one transaction must not depend on each other
 */
final class GroupCommit<C> {

  private final Database database;
  private final Write<C> write;
  private final int most;
  private final ConcurrentLinkedQueue<Waiting<C>> queue = new ConcurrentLinkedQueue<>();
  private final ReentrantLock leading = new ReentrantLock();

  /** Writes changes within a transaction. */
  @FunctionalInterface
  interface Write<C> {
    void in(Handle handle, List<C> changes) throws SQLException;
  }

  /** A change and what came of it; guarded by the lock of the leader. */
  private static final class Waiting<C> {
    final C change;
    boolean committed;
    @Nullable Throwable failure;

    Waiting(C change) {
      this.change = change;
    }

    boolean done() {
      return committed || failure != null;
    }
  }

  /**
   * @param most the most changes of one transaction, which bounds how long it takes
   */
  GroupCommit(Database database, int most, Write<C> write) {
    this.database = database;
    this.most = most;
    this.write = write;
  }

  /**
   * Makes a change durable, with whatever else is waiting.
   *
   * @throws StoreUnavailableException if the database is at fault; see {@link Database#transaction}
   */
  void commit(C change) {
    Waiting<C> mine = new Waiting<>(change);
    queue.add(mine);
    leading.lock();
    try {
      while (!mine.done()) {
        commitNext();
      }
    } finally {
      leading.unlock();
    }
    if (mine.failure instanceof Error error) {
      throw error;
    }
    if (mine.failure instanceof RuntimeException failure) {
      throw failure;
    }
  }

  /** How many changes nobody has begun to write. */
  int waiting() {
    return queue.size();
  }

  private void commitNext() {
    List<Waiting<C>> group = new ArrayList<>();
    for (Waiting<C> next = queue.poll(); next != null; next = queue.poll()) {
      group.add(next);
      if (group.size() == most) {
        break;
      }
    }
    List<C> changes = group.stream().map(waiting -> waiting.change).toList();
    try {
      database.transaction(
          handle -> {
            write.in(handle, changes);
            return changes.size();
          });
      group.forEach(waiting -> waiting.committed = true);
    } catch (RuntimeException | Error failure) {
      // Each waiting thread throws it itself.
      group.forEach(waiting -> waiting.failure = failure);
    }
  }
}
