package dev.amserr.app;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.chart.XChartRenderer;
import dev.amserr.app.config.Configuration;
import dev.amserr.app.config.ServerSettings;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.SqlAuditLog;
import dev.amserr.app.store.SqlCovers;
import dev.amserr.app.store.SqlDigestRuns;
import dev.amserr.app.store.SqlOccurrenceStore;
import dev.amserr.app.store.SqlOutbox;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.digest.DigestPictures;
import dev.amserr.digest.DigestPreviews;
import dev.amserr.digest.DigestReplies;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.RunOutcomes;
import dev.amserr.oncall.Calendars;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.recurrence.ChartRenderer;
import dev.amserr.recurrence.OccurrenceStore;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Digests of a store without a running bot. Changes nothing. */
public final class StoredDigests {

  private final DigestPreviews previews;
  private final DigestReplies replies;

  /**
   * The digests of a store.
   *
   * @param database is only read
   * @param calendars those of the teams, as far as they are known
   */
  public StoredDigests(
      Configuration configuration, Database database, Calendars calendars, Clock clock) {
    ServerSettings server = configuration.settings().server();
    SqlAuditLog audit = new SqlAuditLog(database);
    LiveOnCall live =
        new LiveOnCall(configuration.rosters(), new SqlCovers(database, audit), calendars);
    OccurrenceStore store =
        new SqlOccurrenceStore(database, audit, server.zone(), new SecureRandom());
    ChartRenderer renderer = new XChartRenderer();
    DigestPictures pictures =
        new DigestPictures(run -> Optional.empty(), renderer, Ticker.disabledTicker());
    SqlOutbox outbox =
        new SqlOutbox(database, new ReplyCodec(id -> pictures.find(id).orElseThrow()));
    SqlDigestRuns runs = new SqlDigestRuns(database, outbox);
    CodesInForce codes = new CodesInForce(configuration.catalogs());
    this.previews =
        new DigestPreviews(
            runs, DigestParts.survey(database, store, OnCallParts.duties(live, codes)), clock);
    this.replies =
        new DigestReplies(
            DigestParts.composer(server.publicUrl(), renderer),
            pictures,
            new RunOutcomes(() -> configuration.settings().digests(), outbox));
  }

  /** What the digest would say, as the chats show it. */
  public Reply preview(DigestSchedule schedule, Instant at) {
    return replies.preview(previews.snapshot(schedule, at));
  }
}
