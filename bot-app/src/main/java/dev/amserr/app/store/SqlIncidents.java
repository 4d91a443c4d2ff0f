package dev.amserr.app.store;

import dev.amserr.digest.AlertsCodec;
import dev.amserr.digest.Incident;
import dev.amserr.digest.Incidents;
import dev.amserr.notify.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Incidents in the table {@code incident}. */
public final class SqlIncidents implements Incidents {

  private static final String SELECT =
      "SELECT id, destination, owner, telling, version, opened_at, closed_at, alerts FROM incident";

  private final Database database;
  private final SqlOutbox outbox;
  private final AlertsCodec codec = new AlertsCodec();

  /**
   * The incidents of a store.
   *
   * @param outbox of the same store
   */
  public SqlIncidents(Database database, SqlOutbox outbox) {
    this.database = database;
    this.outbox = outbox;
  }

  @Override
  public List<Incident> open() {
    return database.read(
        handle ->
            handle
                .createQuery(SELECT + " WHERE closed_at IS NULL ORDER BY opened_at, id")
                .map((row, context) -> incident(row))
                .list());
  }

  @Override
  public List<Incident> openedAfter(String destination, Instant time) {
    return database.read(
        handle ->
            handle
                .createQuery(
                    SELECT
                        + " WHERE destination = :destination AND opened_at > :time"
                        + " ORDER BY opened_at, id")
                .bind("destination", destination)
                .bind("time", time.toEpochMilli())
                .map((row, context) -> incident(row))
                .list());
  }

  @Override
  public Keeping keep(Incident incident, List<OutboxMessage> messages, Instant now) {
    return database.transaction(
        handle -> {
          int kept = incident.version() == 1 ? insert(handle, incident) : update(handle, incident);
          if (kept == 0) {
            return Keeping.OVERTAKEN;
          }
          outbox.add(handle, messages, now);
          return Keeping.KEPT;
        });
  }

  private int insert(Handle handle, Incident incident) {
    return handle
        .createUpdate(
            """
            INSERT INTO incident (id, destination, owner, telling, version, opened_at, alerts)
            VALUES (:id, :destination, :owner, :telling, 1, :opened, :alerts)
            ON CONFLICT DO NOTHING
            """)
        .bind("id", incident.id())
        .bind("destination", incident.destination())
        .bind("owner", incident.owner())
        .bind("telling", incident.telling().name())
        .bind("opened", incident.opened().toEpochMilli())
        .bind("alerts", StorableText.of(codec.write(incident.alerts())))
        .execute();
  }

  private int update(Handle handle, Incident incident) {
    return handle
        .createUpdate(
            """
            UPDATE incident SET version = :version, closed_at = :closed, alerts = :alerts
            WHERE id = :id AND version = :before
            """)
        .bind("version", incident.version())
        .bind("closed", Millis.ofNullable(incident.closed()))
        .bind("alerts", StorableText.of(codec.write(incident.alerts())))
        .bind("id", incident.id())
        .bind("before", incident.version() - 1)
        .execute();
  }

  private Incident incident(ResultSet row) throws SQLException {
    return new Incident(
        row.getString("id"),
        row.getString("destination"),
        row.getString("owner"),
        Incident.Telling.valueOf(row.getString("telling")),
        row.getLong("version"),
        Millis.instant(row, "opened_at"),
        Millis.instantOrNull(row, "closed_at"),
        codec.read(row.getString("alerts")));
  }
}
