package dev.amserr.benchmarks;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.function.Supplier;

/**
 * Asks one URL as often as it is answered, or at a fixed rate, over keep-alive connections, and
 * says how long the answers took.
 *
 * <p>One thread with a selector, so that it leaves the server as much of a small machine as it can.
 * At a fixed rate a latency counts from when a request was due, not from when a connection was
 * free: a server that stalls is not spared the requests that it held up. What is due is sent once a
 * millisecond, because a generator that spins would take a core from the server.
 *
 * <p>Run: {@code java -cp bot-benchmarks/target/classes dev.amserr.benchmarks.HttpLoad URL
 * [connections] [seconds] [requests a second; 0 for as many as possible]}. The first third of the
 * time warms up and is not counted.
 */
public final class HttpLoad {

  private static final int LONGEST_MICROS = 2_000_000;

  /** How long it waits for answers before it looks whether requests are due. */
  private static final int PAUSE_MILLIS = 1;

  /** The same where a request is due with every answer. */
  private static final int IDLE_MILLIS = 10;

  private static final byte[] END_OF_HEADERS = "\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final InetSocketAddress address;
  private final Supplier<byte[]> requests;
  private final int[] micros = new int[LONGEST_MICROS + 1];
  private final Deque<Connection> free = new ArrayDeque<>();
  private long answers;
  private long refused;
  private boolean counting;

  /** Asks a server with one request after the other, each as it is on the wire. */
  HttpLoad(InetSocketAddress address, Supplier<byte[]> requests) {
    this.address = address;
    this.requests = requests;
  }

  private static HttpLoad of(URI url) {
    String target = url.getRawPath() + (url.getRawQuery() == null ? "" : "?" + url.getRawQuery());
    byte[] request =
        ("GET " + target + " HTTP/1.1\r\nHost: " + url.getRawAuthority() + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    return new HttpLoad(new InetSocketAddress(url.getHost(), url.getPort()), () -> request);
  }

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("Usage: HttpLoad URL [connections] [seconds] [requests a second]");
      System.exit(2);
    }
    int connections = args.length > 1 ? Integer.parseInt(args[1]) : 32;
    int seconds = args.length > 2 ? Integer.parseInt(args[2]) : 15;
    long rate = args.length > 3 ? Long.parseLong(args[3]) : 0;
    of(URI.create(args[0])).run(connections, seconds, rate);
  }

  /** Asks for so long, then prints what came of it. */
  void run(int connections, int seconds, long rate) throws IOException {
    System.out.println(measure(connections, seconds / 3, seconds - seconds / 3, rate).line());
  }

  /** Asks without counting, then counting, for so many seconds each. */
  Measured measure(int connections, int warmUp, int seconds, long rate) throws IOException {
    try (Selector selector = Selector.open()) {
      for (int i = 0; i < connections; i++) {
        free.add(new Connection(selector));
      }
      long start = System.nanoTime();
      long countFrom = start + warmUp * 1_000_000_000L;
      long end = countFrom + seconds * 1_000_000_000L;
      long gap = rate == 0 ? 0 : 1_000_000_000L / rate;
      long due = start;
      long now = start;
      while (now < end) {
        counting = now >= countFrom;
        while (!free.isEmpty() && due <= now) {
          free.poll().send(gap == 0 ? now : due);
          due += gap;
        }
        selector.select(gap == 0 ? IDLE_MILLIS : PAUSE_MILLIS);
        for (SelectionKey key : selector.selectedKeys()) {
          ((Connection) key.attachment()).receive();
        }
        selector.selectedKeys().clear();
        now = System.nanoTime();
      }
      for (SelectionKey key : selector.keys()) {
        key.channel().close();
      }
      return measured(seconds);
    }
  }

  /**
   * What came of asking.
   *
   * @param perSecond answers a second
   * @param refused answers with another status than 2xx, the warm-up's too
   * @param p50 in milliseconds, as are the others
   */
  record Measured(
      double perSecond,
      long refused,
      double p50,
      double p90,
      double p99,
      double p999,
      double slowest) {

    String line() {
      return String.format(
          Locale.ROOT,
          "%.0f requests/s, %d not answered with 2xx; p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, p99.9"
              + " %.2f ms, slowest %.2f ms",
          perSecond,
          refused,
          p50,
          p90,
          p99,
          p999,
          slowest);
    }
  }

  private Measured measured(double seconds) {
    return new Measured(
        answers / seconds,
        refused,
        quantile(0.5),
        quantile(0.9),
        quantile(0.99),
        quantile(0.999),
        quantile(1));
  }

  private double quantile(double part) {
    long rank = Math.max(1, (long) Math.ceil(part * answers));
    long seen = 0;
    for (int i = 0; i < micros.length; i++) {
      seen += micros[i];
      if (seen >= rank) {
        return i / 1_000.0;
      }
    }
    return Double.NaN;
  }

  /** One keep-alive connection with at most one request under way. */
  private final class Connection {

    private final SocketChannel channel;
    private ByteBuffer in = ByteBuffer.allocate(64 * 1024);
    private long since;

    Connection(Selector selector) throws IOException {
      channel = SocketChannel.open(address);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      channel.configureBlocking(false);
      channel.register(selector, SelectionKey.OP_READ, this);
    }

    void send(long at) throws IOException {
      since = at;
      ByteBuffer out = ByteBuffer.wrap(requests.get());
      while (out.hasRemaining()) {
        channel.write(out);
      }
    }

    void receive() throws IOException {
      if (channel.read(in) < 0) {
        throw new IOException("The server closed a connection");
      }
      int length = length();
      if (length < 0 || in.position() < length) {
        return;
      }
      long took = System.nanoTime() - since;
      if (in.get(9) != '2') {
        refused++;
      }
      if (counting) {
        answers++;
        micros[(int) Math.min(took / 1_000, LONGEST_MICROS)]++;
      }
      in.clear();
      free.add(this);
    }

    /** How long the answer is, headers and body; -1 while that is not known. */
    private int length() {
      int headers = endOfHeaders();
      if (headers < 0) {
        return -1;
      }
      String text = new String(in.array(), 0, headers, StandardCharsets.US_ASCII);
      int at = text.toLowerCase(Locale.ROOT).indexOf("\r\ncontent-length:");
      if (at < 0) {
        throw new IllegalStateException("An answer without Content-Length: " + text);
      }
      int from = at + "\r\ncontent-length:".length();
      int to = text.indexOf('\r', from);
      int total = headers + Integer.parseInt(text.substring(from, to).trim());
      if (total > in.capacity()) {
        in = ByteBuffer.allocate(total).put(in.flip());
      }
      return total;
    }

    private int endOfHeaders() {
      byte[] bytes = in.array();
      for (int i = 0; i + 4 <= in.position(); i++) {
        if (bytes[i] == END_OF_HEADERS[0]
            && bytes[i + 1] == END_OF_HEADERS[1]
            && bytes[i + 2] == END_OF_HEADERS[2]
            && bytes[i + 3] == END_OF_HEADERS[3]) {
          return i + 4;
        }
      }
      return -1;
    }
  }
}
