package dev.amserr.app.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.app.store.ChildJvm;
import dev.amserr.app.store.Database;
import dev.amserr.app.store.StoreLocation;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Memory stays flat: a process with little of it takes what would fill a larger one. */
class SmallHeapTest {

  private static final int CODES = 100_000;
  private static final int A_BATCH = 1_000;
  private static final int ENDLESS = 12;
  private static final int LARGE = 24;

  /** Just below 1 MiB. */
  private static final int IN_A_LARGE_ONE = 20_000;

  @TempDir Path folder;

  private final HttpClient client = HttpClient.newHttpClient();

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void a_storm_of_codes_and_bodies_that_never_end_fit_into_128_megabytes() throws Exception {
    List<Integer> endless = new ArrayList<>();
    int accepted = 0;
    try (ChildJvm bot = start()) {
      URI events = events(bot);
      List<CompletableFuture<HttpResponse<String>>> never = new ArrayList<>();
      for (int i = 0; i < ENDLESS; i++) {
        never.add(send(events, HttpRequest.BodyPublishers.ofInputStream(SmallHeapTest::spaces)));
      }
      for (int from = 0; from < CODES; from += A_BATCH) {
        HttpResponse<String> answer =
            send(events, HttpRequest.BodyPublishers.ofString(codes(from, from + A_BATCH))).get();
        accepted += answer.statusCode() == 202 ? A_BATCH : 0;
      }
      for (CompletableFuture<HttpResponse<String>> one : never) {
        endless.add(one.get().statusCode());
      }
    }

    assertThat(accepted).isEqualTo(CODES);
    assertThat(endless).hasSize(ENDLESS).containsOnly(413);
    try (Database database = Database.open(StoreLocation.of(store(), folder))) {
      assertThat(
              database.<Long>read(
                  handle ->
                      handle
                          .createQuery("SELECT SUM(occurrences) FROM series_day")
                          .mapTo(Long.class)
                          .one()))
          .isEqualTo(CODES);
    }
  }

  @Test
  @Timeout(value = 3, unit = TimeUnit.MINUTES)
  void large_bodies_that_come_all_at_once_take_turns() throws Exception {
    List<Integer> statuses = new ArrayList<>();
    try (ChildJvm bot = start()) {
      URI events = events(bot);
      List<CompletableFuture<HttpResponse<String>>> all = new ArrayList<>();
      for (int i = 0; i < LARGE; i++) {
        all.add(
            send(
                events,
                HttpRequest.BodyPublishers.ofString(
                    codes(i * IN_A_LARGE_ONE, (i + 1) * IN_A_LARGE_ONE))));
      }
      for (CompletableFuture<HttpResponse<String>> one : all) {
        statuses.add(one.get().statusCode());
      }
      assertThat(send(events, HttpRequest.BodyPublishers.ofString(codes(0, 1))).get().statusCode())
          .isEqualTo(202);
    }

    assertThat(statuses).isSubsetOf(202, 503).contains(202);
  }

  private String store() {
    return "jdbc:sqlite:" + folder.resolve("amserr.db");
  }

  private ChildJvm start() throws IOException {
    List<String> small = List.of("-Xmx128m", "-XX:+ExitOnOutOfMemoryError");
    return ChildJvm.start(CountingBot.class, small, store());
  }

  private static URI events(ChildJvm bot) throws Exception {
    return URI.create("http://127.0.0.1:" + bot.next().orElseThrow() + "/api/v1/events");
  }

  private CompletableFuture<HttpResponse<String>> send(URI events, HttpRequest.BodyPublisher body) {
    return client.sendAsync(
        HttpRequest.newBuilder(events)
            .header("Content-Type", "application/json")
            .POST(body)
            .build(),
        HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
  }

  private static String codes(int from, int until) {
    return IntStream.range(from, until)
        .mapToObj(i -> "{\"code\":\"distinct code " + i + "\",\"source\":\"web\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  private static InputStream spaces() {
    return new InputStream() {
      @Override
      public int read() {
        return ' ';
      }
    };
  }
}
