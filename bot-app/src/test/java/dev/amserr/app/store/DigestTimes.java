package dev.amserr.app.store;

import dev.amserr.app.chart.XChartRenderer;
import dev.amserr.command.reply.Part;
import dev.amserr.digest.DigestComposer;
import dev.amserr.digest.DigestDesk;
import dev.amserr.digest.DigestPart;
import dev.amserr.digest.DigestSchedule;
import dev.amserr.digest.DigestSnapshot;
import dev.amserr.digest.DigestSurvey;
import dev.amserr.digest.DigestWindow;
import dev.amserr.digest.DueRun;
import dev.amserr.digest.RunId;
import dev.amserr.digest.SnapshotCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * How long the digest of 30 days and 2,000 series takes, of which 500 are in a state, and its
 * chart, on SQLite with 60 days of hours: prints the median and the slowest of 20, after 10 to warm
 * up.
 */
public final class DigestTimes {

  private static final Instant END = Instant.parse("2026-03-03T09:00:00Z");
  private static final Duration WINDOW = Duration.ofDays(30);
  private static final int SERIES = 2_000;
  private static final int FLAGGED = 500;
  private static final int WARM_UP = 10;
  private static final int MEASURED = 20;

  private DigestTimes() {}

  /** Prints the times in ms. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Files.createTempDirectory("amserr-digest-times-");
    try (Database database = Database.open(StoreLocation.of("", folder))) {
      database.transaction(
          handle -> {
            fill(handle.getConnection());
            return 0;
          });
      SqlOccurrenceStore store =
          new SqlOccurrenceStore(
              database, new SqlAuditLog(database), ZoneOffset.UTC, new Random(1));
      DigestDesk desk = new DigestDesk(END);
      DigestSurvey survey =
          new DigestSurvey(store, store, new SqlWindowStates(database, store), desk.duties);
      DigestComposer composer = new DigestComposer(run -> Optional.empty(), new XChartRenderer());
      DigestPart first = compose(survey, composer);
      measure("composed", () -> compose(survey, composer).content().cards().size());
      measure("its chart", () -> chart(first));
    }
  }

  private static void measure(String what, IntSupplier work) {
    long[] times = new long[MEASURED];
    for (int i = -WARM_UP; i < MEASURED; i++) {
      long begin = System.nanoTime();
      int done = work.getAsInt();
      if (i >= 0) {
        times[i] = (System.nanoTime() - begin) / 1_000_000;
      }
      if (done == 0) {
        throw new IllegalStateException("Nothing was done");
      }
    }
    Arrays.sort(times);
    System.out.printf(
        Locale.ROOT,
        "%s: median %d ms, slowest %d ms%n",
        what,
        times[MEASURED / 2],
        times[MEASURED - 1]);
  }

  /** Draws the picture of the digest; how many bytes it has. */
  private static int chart(DigestPart first) {
    return first.content().cards().get(0).parts().stream()
        .filter(Part.Image.class::isInstance)
        .map(image -> ((Part.Image) image).source().fold(web -> new byte[0], d -> d.png().get()))
        .findFirst()
        .orElseThrow()
        .length;
  }

  private static DigestPart compose(DigestSurvey survey, DigestComposer composer) {
    DigestSnapshot snapshot =
        survey.snapshot(
            DigestSchedule.of("monthly", "0 9 3 * *", ZoneId.of("UTC"), "team"),
            new RunId("monthly", END),
            new DigestWindow(END.minus(WINDOW), END),
            DueRun.Missed.NONE,
            END);
    String canonical = new SnapshotCodec().write(snapshot);
    List<DigestPart> parts = composer.parts(snapshot);
    if (snapshot.flagged() != FLAGGED || canonical.isEmpty()) {
      throw new IllegalStateException(snapshot.flagged() + " lines were composed");
    }
    return parts.get(0);
  }

  private static void fill(Connection connection) throws SQLException {
    long end = END.toEpochMilli();
    long hour = Duration.ofHours(1).toMillis();
    long hours = 2 * WINDOW.toHours();
    try (PreparedStatement series =
            connection.prepareStatement(
                "INSERT INTO series (id, system, code, source, name, first_seen, last_seen,"
                    + " samples_offered, version, status, handled_by, handled_by_name)"
                    + " VALUES (?, 'amp', ?, 'web-eu', '', ?, ?, 0, 0, 'OPEN', '', '')");
        PreparedStatement hourly =
            connection.prepareStatement(
                "INSERT INTO series_hour (start_at, series, occurrences, late, max60, max5, owed)"
                    + " VALUES (?, ?, ?, 0, 9, 3, 0)");
        PreparedStatement daily =
            connection.prepareStatement(
                "INSERT INTO series_day (day, series, occurrences) VALUES (?, ?, ?)");
        PreparedStatement state =
            connection.prepareStatement(
                "INSERT INTO series_state (series, kind, since_at, observed, threshold, baseline,"
                    + " z, note) VALUES (?, ?, ?, 60, 18.7, 5.3, ?, '')")) {
      for (int id = 1; id <= SERIES; id++) {
        series.setLong(1, id);
        series.setString(2, "0x%08X".formatted(id));
        series.setLong(3, end - hours * hour);
        series.setLong(4, end);
        series.addBatch();
        if (id <= FLAGGED) {
          boolean spike = id % 2 == 0;
          state.setLong(1, id);
          state.setString(2, spike ? "SPIKE" : "RAMP");
          state.setLong(3, end - id * hour);
          state.setInt(4, spike ? 5 : 0);
          state.addBatch();
        }
      }
      series.executeBatch();
      state.executeBatch();
      for (long h = hours; h > 0; h--) {
        for (int id = 1; id <= SERIES; id++) {
          hourly.setLong(1, end - h * hour);
          hourly.setLong(2, id);
          hourly.setLong(3, 1 + id % 50);
          hourly.addBatch();
        }
        hourly.executeBatch();
      }
      for (long day = Math.floorDiv(end, 24 * hour) - 60;
          day <= Math.floorDiv(end, 24 * hour);
          day++) {
        for (int id = 1; id <= SERIES; id++) {
          daily.setLong(1, day);
          daily.setLong(2, id);
          daily.setLong(3, 24L * (1 + id % 50));
          daily.addBatch();
        }
        daily.executeBatch();
      }
    }
  }
}
