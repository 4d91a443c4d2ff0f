package dev.amserr.app.store;

import dev.amserr.recurrence.BucketTotals;
import dev.amserr.recurrence.Sample;
import dev.amserr.recurrence.SeriesKey;
import dev.amserr.recurrence.Tally;
import dev.amserr.time.Interval;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** Writes sums to series and their buckets, within one transaction. */
final class CountWriter {

  private final Connection connection;
  private final ZoneId zone;
  private final RandomGenerator random;

  CountWriter(Connection connection, ZoneId zone, RandomGenerator random) {
    this.connection = connection;
    this.zone = zone;
    this.random = random;
  }

  /** What is new of a series. */
  private static final class News {
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private final List<Sample> samples = new ArrayList<>();
  }

  /**
   * Writes.
   *
   * @param repeats when series were seen again without being counted
   */
  void write(
      List<Tally> tallies,
      Map<SeriesKey, List<Sample>> samples,
      Map<Long, Instant> repeats,
      SeriesIds.Found series)
      throws SQLException {
    SortedMap<Long, News> news = new TreeMap<>();
    BucketTotals<Long> totals = new BucketTotals<>(zone);
    for (Tally tally : tallies) {
      long id = series.id(tally.series());
      totals.add(id, tally);
      News of = news.computeIfAbsent(id, key -> new News());
      of.first = Interval.earlier(of.first, tally.first());
      of.last = Interval.later(of.last, tally.last());
    }
    repeats.forEach(
        (id, last) -> {
          News of = news.computeIfAbsent(id, key -> new News());
          of.last = Interval.later(of.last, last);
        });
    for (Map.Entry<SeriesKey, List<Sample>> offered : samples.entrySet()) {
      News of = news.get(series.id(offered.getKey()));
      if (of != null) {
        of.samples.addAll(offered.getValue());
      }
    }
    update(news);
    upsertMinutes(totals);
    upsertHours(totals);
    upsertDays(totals);
    new SampleRows(connection, random).offer(offers(news));
  }

  private static SortedMap<Long, List<Sample>> offers(SortedMap<Long, News> news) {
    SortedMap<Long, List<Sample>> offers = new TreeMap<>();
    news.forEach(
        (id, of) -> {
          if (!of.samples.isEmpty()) {
            offers.put(id, of.samples);
          }
        });
    return offers;
  }

  private void update(SortedMap<Long, News> news) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            """
            UPDATE series SET
              first_seen = CASE WHEN ? < first_seen THEN ? ELSE first_seen END,
              last_seen = CASE WHEN ? > last_seen THEN ? ELSE last_seen END,
              samples_offered = samples_offered + ?
            WHERE id = ?
            """)) {
      for (Map.Entry<Long, News> entry : news.entrySet()) {
        News of = entry.getValue();
        long first = of.first.equals(Instant.MAX) ? Long.MAX_VALUE : of.first.toEpochMilli();
        update.setLong(1, first);
        update.setLong(2, first);
        update.setLong(3, of.last.toEpochMilli());
        update.setLong(4, of.last.toEpochMilli());
        update.setLong(5, of.samples.size());
        update.setLong(6, entry.getKey());
        update.addBatch();
      }
      update.executeBatch();
    }
  }

  private void upsertMinutes(BucketTotals<Long> totals) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO series_minute (start_at, series, occurrences, late) VALUES (?, ?, ?, ?)
            ON CONFLICT (start_at, series) DO UPDATE SET
              occurrences = series_minute.occurrences + EXCLUDED.occurrences,
              late = series_minute.late + EXCLUDED.late
            """)) {
      write(upsert, totals.minutes());
    }
  }

  private void upsertHours(BucketTotals<Long> totals) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO series_hour (start_at, series, occurrences, late, max60, max5, owed)
            VALUES (?, ?, ?, ?, 0, 0, 2)
            ON CONFLICT (start_at, series) DO UPDATE SET
              occurrences = series_hour.occurrences + EXCLUDED.occurrences,
              late = series_hour.late + EXCLUDED.late,
              owed = 2
            """)) {
      write(upsert, totals.hours());
    }
  }

  private static void write(
      PreparedStatement upsert, SortedMap<BucketTotals.Slot<Long, Instant>, BucketTotals.Sum> sums)
      throws SQLException {
    for (Map.Entry<BucketTotals.Slot<Long, Instant>, BucketTotals.Sum> sum : sums.entrySet()) {
      upsert.setLong(1, sum.getKey().start().toEpochMilli());
      upsert.setLong(2, sum.getKey().series());
      upsert.setLong(3, sum.getValue().count());
      upsert.setLong(4, sum.getValue().late());
      upsert.addBatch();
    }
    upsert.executeBatch();
  }

  private void upsertDays(BucketTotals<Long> totals) throws SQLException {
    try (PreparedStatement upsert =
        connection.prepareStatement(
            """
            INSERT INTO series_day (day, series, occurrences) VALUES (?, ?, ?)
            ON CONFLICT (day, series) DO UPDATE SET
              occurrences = series_day.occurrences + EXCLUDED.occurrences
            """)) {
      for (var sum : totals.days().entrySet()) {
        upsert.setLong(1, sum.getKey().start().toEpochDay());
        upsert.setLong(2, sum.getKey().series());
        upsert.setLong(3, sum.getValue().count());
        upsert.addBatch();
      }
      upsert.executeBatch();
    }
  }
}
