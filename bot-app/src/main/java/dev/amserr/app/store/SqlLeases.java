package dev.amserr.app.store;

import dev.amserr.storage.Leases;
import java.time.Instant;

/** Leases in the table {@code lease}. */
public final class SqlLeases implements Leases {

  private final Database database;

  public SqlLeases(Database database) {
    this.database = database;
  }

  @Override
  public Claim take(String name, String holder, Instant now, Instant until) {
    return database.transaction(
        handle -> {
          int taken =
              handle
                  .createUpdate(
                      """
                      INSERT INTO lease (name, holder, held_until)
                      VALUES (:name, :holder, :until)
                      ON CONFLICT (name) DO UPDATE
                      SET holder = EXCLUDED.holder, held_until = EXCLUDED.held_until
                      WHERE lease.holder = EXCLUDED.holder OR lease.held_until <= :now
                      """)
                  .bind("name", name)
                  .bind("holder", holder)
                  .bind("until", until.toEpochMilli())
                  .bind("now", now.toEpochMilli())
                  .execute();
          return taken == 1
              ? new Held(until)
              : handle
                  .createQuery("SELECT holder, held_until FROM lease WHERE name = :name")
                  .bind("name", name)
                  .map(
                      (row, context) ->
                          new HeldByOther(
                              row.getString("holder"),
                              Instant.ofEpochMilli(row.getLong("held_until"))))
                  .one();
        });
  }

  @Override
  public void release(String name, String holder) {
    database.transaction(
        handle ->
            handle
                .createUpdate("DELETE FROM lease WHERE name = :name AND holder = :holder")
                .bind("name", name)
                .bind("holder", holder)
                .execute());
  }
}
