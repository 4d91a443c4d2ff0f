package dev.amserr.app.oncall;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CalendarFetcherTest {

  private static final Predicate<InetAddress> ANY = AddressRules.ANY::permits;
  private static final SSLSocketFactory TLS = (SSLSocketFactory) SSLSocketFactory.getDefault();

  private CalendarServer server;

  @BeforeEach
  void start() throws IOException {
    server = new CalendarServer();
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @ValueSource(strings = {"X-Chunked", "X-With-Length"})
  void a_calendar_is_fetched_with_its_etag_and_later_only_if_it_changed(String header)
      throws FetchFailure {
    server.page("/a.ics", 200, Map.of("ETag", "\"v1\"", header, "yes"), "BEGIN:VCALENDAR é");
    CalendarFetcher fetcher = fetcher(ANY, TLS);

    CalendarFetcher.Fetched first = fetcher.fetch(url("calendar.test", "/a.ics?key=secret"), "");
    CalendarFetcher.Fetched second = fetcher.fetch(url("calendar.test", "/a.ics"), "\"v1\"");

    assertThat(first).isEqualTo(new CalendarFetcher.Text("BEGIN:VCALENDAR é", "\"v1\""));
    assertThat(second).isEqualTo(new CalendarFetcher.Unchanged());
    assertThat(server.asked()).containsExactly("/a.ics", "/a.ics \"v1\"");
  }

  @Test
  void a_private_address_is_refused_before_anything_is_sent() {
    CalendarFetcher fetcher = fetcher(AddressRules.PUBLIC_ONLY::permits, TLS);

    assertThatThrownBy(() -> fetcher.fetch(url("calendar.test", "/a.ics?key=secret"), ""))
        .hasMessage("its address is a private one, and these are not allowed");
    assertThatThrownBy(() -> fetcher.fetch(url("127.0.0.1", "/a.ics"), ""))
        .hasMessage("its address is a private one, and these are not allowed");
    assertThat(server.asked()).isEmpty();
  }

  @Test
  void a_host_of_which_one_address_is_private_is_refused() {
    CalendarFetcher fetcher =
        new CalendarFetcher(
            AddressRules.PUBLIC_ONLY::permits,
            host -> List.of(InetAddress.getByName("8.8.8.8"), InetAddress.getLoopbackAddress()),
            get(Duration.ofSeconds(5), 1_000, TLS));

    assertThatThrownBy(() -> fetcher.fetch(url("rebinding.test", "/a.ics"), ""))
        .hasMessageContaining("private");
  }

  @Test
  void the_connection_goes_to_the_address_that_was_checked_and_the_name_is_resolved_once() {
    int[] resolved = {0};
    server.page("/a.ics", 200, Map.of(), "x");
    CalendarFetcher fetcher =
        new CalendarFetcher(
            ANY,
            host -> {
              resolved[0]++;
              return List.of(InetAddress.getLoopbackAddress());
            },
            get(Duration.ofSeconds(5), 1_000, TLS));

    // The system does not know this name, so a second resolution would fail.
    assertThat(fetched(fetcher, url("nosuchname.invalid", "/a.ics"))).isEqualTo("x");
    assertThat(resolved[0]).isEqualTo(1);
  }

  @Test
  void a_redirect_is_followed_and_checked_like_the_first_address() {
    server.page("/a.ics", 302, Map.of("Location", "/b.ics"), "");
    server.page("/b.ics", 200, Map.of(), "moved");
    server.page("/out", 302, Map.of("Location", url("elsewhere.test", "/b.ics")), "");
    CalendarFetcher fetcher = fetcher(a -> a.getHostAddress().equals("127.0.0.1"), TLS);

    assertThat(fetched(fetcher, url("calendar.test", "/a.ics"))).isEqualTo("moved");
    assertThatThrownBy(() -> fetcher.fetch(url("calendar.test", "/out"), ""))
        .hasMessageContaining("private");
    assertThat(server.asked()).containsExactly("/a.ics", "/b.ics", "/out");
  }

  @Test
  void more_than_five_redirects_are_given_up() {
    server.page("/a.ics", 301, Map.of("Location", "/a.ics"), "");

    assertThatThrownBy(() -> fetcher(ANY, TLS).fetch(url("calendar.test", "/a.ics"), ""))
        .hasMessage("it redirects more than 5 times");
    assertThat(server.asked()).hasSize(6);
  }

  @Test
  void a_calendar_that_is_too_large_is_refused_however_it_is_sent() {
    String large = "x".repeat(1_001);
    server.page("/length.ics", 200, Map.of(), large);
    server.page("/chunked.ics", 200, Map.of("X-Chunked", "yes"), large);
    CalendarFetcher fetcher = fetcher(ANY, TLS);

    assertThatThrownBy(() -> fetcher.fetch(url("calendar.test", "/length.ics"), ""))
        .hasMessageContaining("larger than");
    assertThatThrownBy(() -> fetcher.fetch(url("calendar.test", "/chunked.ics"), ""))
        .hasMessageContaining("larger than");
  }

  @Test
  void an_answer_that_never_ends_is_given_up_at_the_deadline() throws IOException {
    byte[] beginning = "HTTP/1.1 200 OK\r\n\r\n".getBytes(StandardCharsets.US_ASCII);
    try (DrippingServer endless = new DrippingServer(beginning)) {

      assertThatThrownBy(
              () -> impatient().fetch("http://calendar.test:" + endless.port() + "/", ""))
          .hasMessage("it did not answer within 1 s");
      assertThat(endless.wasLeft()).isTrue();
    }
  }

  @Test
  void a_tls_handshake_that_never_ends_is_given_up_at_the_deadline() throws IOException {
    // The beginning of a record of 16 KB, and in it of a ServerHello.
    byte[] beginning = HexFormat.of().parseHex("160303400002003ffc");
    try (DrippingServer endless = new DrippingServer(beginning)) {

      assertThatThrownBy(
              () -> impatient().fetch("https://calendar.test:" + endless.port() + "/", ""))
          .hasMessage("it did not answer within 1 s");
      assertThat(endless.wasLeft()).isTrue();
    }
  }

  /** Waits for a second. */
  private static CalendarFetcher impatient() {
    return new CalendarFetcher(
        ANY, CalendarFetcherTest::resolve, get(Duration.ofSeconds(1), 1_000_000, TLS));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ftp://calendar.test/",
        "file:///etc/passwd",
        "https://",
        "nothing",
        "http://a:b@c/"
      })
  void what_is_no_web_address_is_refused(String url) {
    assertThatThrownBy(() -> fetcher(ANY, TLS).fetch(url, ""))
        .isInstanceOf(FetchFailure.class)
        .hasMessageStartingWith("its address");
  }

  @Test
  void errors_are_said_without_the_address() {
    assertThatThrownBy(
            () -> fetcher(ANY, TLS).fetch(url("calendar.test", "/none.ics?key=secret"), ""))
        .hasMessage("it answered HTTP 404");
  }

  @Test
  void over_tls_the_certificate_must_be_for_the_name_of_the_host(@TempDir Path folder)
      throws Exception {
    SSLContext tls = selfSigned(folder, "calendar.test");
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls));
    try (CalendarServer secure = new CalendarServer(https)) {
      secure.page("/a.ics", 200, Map.of(), "secure");
      CalendarFetcher fetcher = fetcher(ANY, tls.getSocketFactory());

      assertThat(fetched(fetcher, "webcal://calendar.test:" + secure.port() + "/a.ics"))
          .isEqualTo("secure");
      assertThatThrownBy(() -> fetcher.fetch("https://other.test:" + secure.port() + "/a.ics", ""))
          .hasMessageContaining("the connection failed (SSLHandshakeException)");
      assertThatThrownBy(
              () ->
                  fetcher(ANY, TLS).fetch("https://calendar.test:" + secure.port() + "/a.ics", ""))
          .hasMessageContaining("SSLHandshakeException");
    }
  }

  @Test
  void a_redirect_from_https_to_http_is_refused(@TempDir Path folder) throws Exception {
    SSLContext tls = selfSigned(folder, "calendar.test");
    HttpsServer https =
        HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    https.setHttpsConfigurator(new HttpsConfigurator(tls));
    try (CalendarServer secure = new CalendarServer(https)) {
      secure.page("/a.ics", 302, Map.of("Location", url("calendar.test", "/b.ics")), "");

      assertThatThrownBy(
              () ->
                  fetcher(ANY, tls.getSocketFactory())
                      .fetch("https://calendar.test:" + secure.port() + "/a.ics", ""))
          .hasMessage("it redirects from https to http");
    }
  }

  /** A context with a fresh certificate for a host, that trusts this one alone. */
  private static SSLContext selfSigned(Path folder, String host) throws Exception {
    Path store = folder.resolve("keys.p12");
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "server",
                "-keyalg",
                "EC",
                "-dname",
                "CN=" + host,
                "-ext",
                "san=dns:" + host,
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("keytool.txt").toFile())
            .start();
    assertThat(keytool.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (var in = Files.newInputStream(store)) {
      keys.load(in, "changeit".toCharArray());
    }
    KeyManagerFactory own = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    own.init(keys, "changeit".toCharArray());
    TrustManagerFactory trusted =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trusted.init(keys);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(own.getKeyManagers(), trusted.getTrustManagers(), null);
    return context;
  }

  private static String fetched(CalendarFetcher fetcher, String url) {
    try {
      return fetcher.fetch(url, "").fold(CalendarFetcher.Text::text, unchanged -> "unchanged");
    } catch (FetchFailure e) {
      throw new AssertionError(e);
    }
  }

  private String url(String host, String path) {
    return "http://" + host + ":" + server.port() + path;
  }

  private static CalendarFetcher fetcher(Predicate<InetAddress> permitted, SSLSocketFactory tls) {
    return new CalendarFetcher(
        permitted, CalendarFetcherTest::resolve, get(Duration.ofSeconds(10), 1_000, tls));
  }

  private static HttpGet get(Duration timeout, int largest, SSLSocketFactory tls) {
    return new HttpGet(timeout, largest, tls);
  }

  private static List<InetAddress> resolve(String host) throws UnknownHostException {
    return List.of(
        InetAddress.getByName(host.equals("elsewhere.test") ? "127.0.0.2" : "127.0.0.1"));
  }
}
