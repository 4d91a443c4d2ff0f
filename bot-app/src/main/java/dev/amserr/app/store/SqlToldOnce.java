package dev.amserr.app.store;

import dev.amserr.notify.OutboxMessage;
import dev.amserr.notify.ToldOnce;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** Told facts in the table {@code told_fact}. */
public final class SqlToldOnce implements ToldOnce {

  private final Database database;
  private final SqlOutbox outbox;

  /**
   * The told facts of a store.
   *
   * @param outbox of the same store
   */
  public SqlToldOnce(Database database, SqlOutbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @Override
  public Set<String> tell(
      Set<String> facts, Function<Set<String>, List<OutboxMessage>> messages, Instant now) {
    return database.transaction(
        handle -> {
          Set<String> fresh = new LinkedHashSet<>();
          // In one order everywhere, so that two processes never wait for each other.
          for (String fact : new TreeSet<>(facts)) {
            int noted =
                handle
                    .createUpdate(
                        """
                        INSERT INTO told_fact (fact, told_at) VALUES (:fact, :now)
                        ON CONFLICT (fact) DO NOTHING
                        """)
                    .bind("fact", fact)
                    .bind("now", now.toEpochMilli())
                    .execute();
            if (noted == 1) {
              fresh.add(fact);
            }
          }
          if (!fresh.isEmpty()) {
            outbox.add(handle, messages.apply(fresh), now);
          }
          return fresh;
        });
  }
}
