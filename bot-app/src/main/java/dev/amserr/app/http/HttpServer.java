package dev.amserr.app.http;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.app.http.HttpStartException.Reason;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import java.net.BindException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.GracefulHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running server. */
public final class HttpServer implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

  private static final int MOST_THREADS = 128;
  private static final int FEWEST_THREADS = 4;

  private final Javalin javalin;
  private final HttpSettings settings;

  private HttpServer(Javalin javalin, HttpSettings settings) {
    this.javalin = javalin;
    this.settings = settings;
  }

  /**
   * Listens and serves. {@code GET /openapi.json} is served with everything else.
   *
   * @param ticker measures durations; never the time of day
   * @throws HttpStartException if it cannot listen there
   * @throws IllegalArgumentException if two features serve the same
   */
  public static HttpServer start(
      HttpSettings settings,
      List<? extends Routes> features,
      HttpMetrics metrics,
      RequestIds ids,
      Ticker ticker) {
    boolean onLoopback = address(settings.host()).isLoopbackAddress();
    if (!onLoopback && settings.token() == null) {
      throw new HttpStartException(
          Reason.TOKEN_MISSING,
          "server.host is "
              + settings.host()
              + ", so the network could run commands and read who is on call. Set server.token"
              + " (AMSERR_API_TOKEN), or listen on 127.0.0.1.");
    }
    Map<String, Map<String, Route>> paths = byPath(features);
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS, FEWEST_THREADS, 60_000);
    threads.setName("http");
    PathHandler.Server shared =
        new PathHandler.Server(
            settings,
            new Gate(settings, onLoopback),
            ids,
            metrics,
            ticker,
            BodyReader.Room.of(MOST_THREADS / 2, Runtime.getRuntime().maxMemory()),
            threads);
    Javalin javalin =
        Javalin.create(
            config -> {
              quiet(config);
              listen(config, settings, ids, threads, ticker);
              paths.forEach(
                  (path, routes) -> serve(config, path, new PathHandler(path, routes, shared)));
              serve(config, "*", new PathHandler("unknown", Map.of(), shared));
            });
    start(javalin, settings);
    return new HttpServer(javalin, settings);
  }

  /** The port it listens on. */
  public int port() {
    return javalin.port();
  }

  /** Where people of this machine, or of the network if it listens there, find the console. */
  public URI url() {
    if (settings.publicUrl() != null) {
      return settings.publicUrl();
    }
    String host = settings.host();
    boolean anywhere = address(host).isAnyLocalAddress();
    String name = anywhere ? "localhost" : host.indexOf(':') >= 0 ? "[" + host + "]" : host;
    return URI.create("http://" + name + ":" + port() + "/");
  }

  /** Takes no more requests and waits for those that run, as long as the limits allow. */
  @Override
  public void close() {
    try {
      javalin.stop();
    } catch (RuntimeException slow) {
      LOG.warn("Requests that took longer than {} to end were cut", settings.limits().stop(), slow);
    }
  }

  private static void quiet(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.startup.startupWatcherEnabled = false;
  }

  private static void listen(
      JavalinConfig config,
      HttpSettings settings,
      RequestIds ids,
      QueuedThreadPool threads,
      Ticker ticker) {
    Limits limits = settings.limits();
    config.jetty.threadPool = threads;
    JettyProblems problems = new JettyProblems(ids);
    config.jetty.modifyServer(
        server -> {
          server.setErrorHandler(problems);
          server.setStopTimeout(limits.stop().toMillis());
          server.insertHandler(new Screening(problems));
          server.insertHandler(new GracefulHandler());
          server.insertHandler(new Arriving(limits.body(), ticker));
          server.insertHandler(new Lingering(ticker));
          server.addBean(new NetworkConnectionLimit(limits.connections(), server));
        });
    config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(problems));
    config.jetty.modifyHttpConfiguration(
        http -> {
          http.setUriCompliance(UriCompliance.DEFAULT);
          http.setSendServerVersion(false);
          http.setRequestHeaderSize(limits.headerBytes());
        });
    config.jetty.addConnector((server, http) -> connector(server, http, settings));
  }

  private static ServerConnector connector(
      Server server, HttpConfiguration http, HttpSettings settings) {
    ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http));
    connector.setHost(settings.host());
    connector.setPort(settings.port());
    connector.setIdleTimeout(settings.limits().idle().toMillis());
    return connector;
  }

  private static void serve(JavalinConfig config, String path, PathHandler handler) {
    for (String method : Screening.ROUTED) {
      config.routes.addHttpHandler(HandlerType.findOrCreate(method), path, handler);
    }
  }

  private static Map<String, Map<String, Route>> byPath(List<? extends Routes> features) {
    List<Route> all = new ArrayList<>();
    features.forEach(feature -> all.addAll(feature.routes()));
    all.add(OpenApi.route(all));
    Map<String, Map<String, Route>> paths = new LinkedHashMap<>();
    for (Route route : all) {
      Route before =
          paths
              .computeIfAbsent(route.path(), path -> new LinkedHashMap<>())
              .put(route.method().name(), route);
      if (before != null) {
        throw new IllegalArgumentException(route + " is served twice");
      }
    }
    return paths;
  }

  private static InetAddress address(String host) {
    try {
      return InetAddress.getByName(host);
    } catch (UnknownHostException e) {
      throw new HttpStartException(
          Reason.HOST_UNUSABLE,
          "server.host is \""
              + host
              + "\", which is no name or address of this machine. Use 127.0.0.1 for this machine"
              + " alone, 0.0.0.0 for the network.");
    }
  }

  private static void start(Javalin javalin, HttpSettings settings) {
    try {
      javalin.start();
    } catch (RuntimeException failure) {
      throw bindFailure(failure)
          .map(e -> new HttpStartException(reason(e), sentence(reason(e), settings)))
          .orElseThrow(() -> failure);
    }
  }

  private static Optional<BindException> bindFailure(Throwable failure) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof BindException e) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  /** The system's message is all that tells the cases apart. */
  private static Reason reason(BindException failure) {
    String message = String.valueOf(failure.getMessage());
    if (message.contains("ermission")) {
      return Reason.PORT_FORBIDDEN;
    }
    return message.contains("assign") ? Reason.HOST_UNUSABLE : Reason.PORT_TAKEN;
  }

  private static String sentence(Reason reason, HttpSettings settings) {
    String there = "port " + settings.port() + " of " + settings.host();
    return switch (reason) {
      case PORT_FORBIDDEN ->
          "This user may not listen on " + there + ". Choose a port above 1023 with --port.";
      case HOST_UNUSABLE -> settings.host() + " is no address of this machine. Set server.host.";
      default ->
          "Another program listens on "
              + there
              + ". Stop it, or choose another port with --port or AMSERR_PORT.";
    };
  }
}
