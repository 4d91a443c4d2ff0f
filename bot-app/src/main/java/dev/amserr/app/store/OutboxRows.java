package dev.amserr.app.store;

import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.notify.Lane;
import dev.amserr.notify.OutboxEntry;
import dev.amserr.notify.OutboxMessage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import org.jdbi.v3.core.Handle;

/**
 * Rows of {@code outbox} as what they mean.
 *
 * @param replies writes contents; draws pictures when they are posted
 */
record OutboxRows(ReplyCodec replies) {

  static final String COLUMNS =
      "id, dedupe_key, topic, destination, lane, edits, content, form, state, attempts, reason,"
          + " message_id, expires_at, added_at, changed_at, first_sending_at";

  /** A content as it is kept. */
  String content(Reply reply) {
    return StorableText.of(replies.write(reply));
  }

  /** Adds a message and answers 1; answers 0 if its key is there already. */
  int add(Handle handle, OutboxMessage message, Instant now) {
    return handle
        .createUpdate(
            """
            INSERT INTO outbox (dedupe_key, topic, destination, lane, edits, content, form, state,
                                attempts, reason, expires_at, added_at, changed_at,
                                claimed_by, claimed_until)
            VALUES (:key, :topic, :destination, :lane, :edits, :content, 'FULL', 'PENDING',
                    0, '', :expires, :now, :now, '', 0)
            ON CONFLICT (dedupe_key) DO NOTHING
            """)
        .bind("key", message.key())
        .bind("topic", message.topic())
        .bind("destination", message.destination())
        .bind("lane", message.lane().name())
        .bind("edits", message.edits())
        .bind("content", content(message.content()))
        .bind("expires", message.expires().toEpochMilli())
        .bind("now", now.toEpochMilli())
        .execute();
  }

  OutboxEntry entry(ResultSet row) throws SQLException {
    return new OutboxEntry(
        row.getLong("id"),
        new OutboxMessage(
            row.getString("dedupe_key"),
            row.getString("topic"),
            row.getString("destination"),
            new Lane(row.getString("lane")),
            replies.read(row.getString("content")),
            Millis.instant(row, "expires_at"),
            row.getString("edits")),
        OutboxEntry.State.valueOf(row.getString("state")),
        row.getInt("attempts"),
        OutboxEntry.Form.valueOf(row.getString("form")),
        Millis.instantOrNull(row, "first_sending_at"),
        row.getString("message_id"),
        row.getString("reason"),
        Millis.instant(row, "added_at"),
        Millis.instant(row, "changed_at"));
  }
}
