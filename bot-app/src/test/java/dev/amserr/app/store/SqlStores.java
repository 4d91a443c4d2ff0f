package dev.amserr.app.store;

import dev.amserr.command.reply.ReplyCodec;
import java.util.List;

/** Stores for the contracts of the core. */
final class SqlStores {

  private SqlStores() {}

  /** An outbox in an emptied database. */
  static SqlOutbox emptyOutbox(Database database) {
    for (String table :
        List.of(
            "outbox",
            "outbox_lane",
            "digest_run",
            "digest_schedule",
            "digest_timing",
            "incident",
            "told_fact")) {
      database.transaction(handle -> handle.execute("DELETE FROM " + table));
    }
    return new SqlOutbox(database, new ReplyCodec(id -> new byte[0]));
  }
}
