package dev.amserr.app.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.recurrence.Reservoir;
import dev.amserr.recurrence.Sample;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** The samples of series in the table {@code series_sample}. */
final class SampleRows {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final TypeReference<SortedMap<String, String>> LABELS = new TypeReference<>() {};

  private final Connection connection;
  private final RandomGenerator random;

  SampleRows(Connection connection, RandomGenerator random) {
    this.connection = connection;
    this.random = random;
  }

  /**
   * Offers samples to their series, whose {@code samples_offered} counts them already.
   *
   * @param offers by the id of the series
   */
  void offer(SortedMap<Long, List<Sample>> offers) throws SQLException {
    if (offers.isEmpty()) {
      return;
    }
    try (PreparedStatement offered =
            connection.prepareStatement("SELECT samples_offered FROM series WHERE id = ?");
        PreparedStatement upsert =
            connection.prepareStatement(
                """
                INSERT INTO series_sample (series, place, happened_at, code, message, session,
                                           labels)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                ON CONFLICT (series, place) DO UPDATE SET
                  happened_at = EXCLUDED.happened_at, code = EXCLUDED.code,
                  message = EXCLUDED.message, session = EXCLUDED.session,
                  labels = EXCLUDED.labels
                """)) {
      for (Map.Entry<Long, List<Sample>> offer : offers.entrySet()) {
        offered.setLong(1, offer.getKey());
        try (ResultSet row = offered.executeQuery()) {
          row.next();
          long before = row.getLong(1) - offer.getValue().size();
          place(upsert, offer.getKey(), before, offer.getValue());
        }
      }
      upsert.executeBatch();
    }
  }

  private void place(PreparedStatement upsert, long series, long before, List<Sample> samples)
      throws SQLException {
    long offered = before;
    for (Sample sample : samples) {
      OptionalInt place = Reservoir.place(offered++, random);
      if (place.isPresent()) {
        upsert.setLong(1, series);
        upsert.setInt(2, place.getAsInt());
        upsert.setLong(3, sample.at().toEpochMilli());
        upsert.setString(4, StorableText.of(sample.text()));
        upsert.setString(5, StorableText.of(sample.message()));
        upsert.setString(6, StorableText.of(sample.session()));
        upsert.setString(7, StorableText.of(JSON.valueToTree(sample.labels()).toString()));
        upsert.addBatch();
      }
    }
  }

  /** The samples of a series, newest first. */
  static List<Sample> of(Handle handle, long series) {
    return handle
        .createQuery(
            """
            SELECT happened_at, code, message, session, labels FROM series_sample
            WHERE series = :series ORDER BY happened_at DESC, place
            """)
        .bind("series", series)
        .map((row, context) -> sample(row))
        .list();
  }

  private static Sample sample(ResultSet row) throws SQLException {
    return new Sample(
        Millis.instant(row, "happened_at"),
        row.getString("code"),
        row.getString("message"),
        row.getString("session"),
        labels(row.getString("labels")));
  }

  private static SortedMap<String, String> labels(String json) {
    try {
      return JSON.readValue(json, LABELS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The labels of a sample are no JSON.", e);
    }
  }
}
