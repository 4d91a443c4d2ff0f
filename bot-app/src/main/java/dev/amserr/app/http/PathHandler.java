package dev.amserr.app.http;

import com.github.benmanes.caffeine.cache.Ticker;
import dev.amserr.storage.StoreUnavailableException;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

/**
 * Serves one path, whatever the method: names the request, asks the gate, calls the endpoint, turns
 * every failure into a problem, counts.
 */
final class PathHandler implements Handler {

  /** Under which a request's id stands in the log. */
  static final String LOGGED_AS = "request";

  static final String REQUEST_ID = "X-Request-Id";

  private static final Logger LOG = LoggerFactory.getLogger(PathHandler.class);

  /** What every path handler of a server shares. */
  record Server(
      HttpSettings settings,
      Gate gate,
      RequestIds ids,
      HttpMetrics metrics,
      Ticker ticker,
      BodyReader.Room room,
      Executor threads) {}

  private final String path;
  private final Map<String, Route> byMethod;
  private final Server server;

  /**
   * A handler for a path.
   *
   * @param byMethod its routes by the name of their method; empty where nothing is served
   */
  PathHandler(String path, Map<String, Route> byMethod, Server server) {
    this.path = path;
    this.byMethod = new TreeMap<>(byMethod);
    this.server = server;
    Route get = byMethod.get("GET");
    if (get != null) {
      this.byMethod.put("HEAD", get);
    }
  }

  @Override
  public void handle(Context context) throws IOException {
    long start = server.ticker().read();
    HttpServletRequest request = context.req();
    String id = server.ids().given(request.getHeader(REQUEST_ID));
    MDC.put(LOGGED_AS, id);
    try {
      CompletableFuture<Answer> answer = answer(id, request, context).toCompletableFuture();
      if (answer.isDone()) {
        finish(answer.join(), id, context, start);
      } else {
        context.future(
            () ->
                answer.thenAcceptAsync(
                    later -> finishLater(later, id, context, start), server.threads()));
      }
    } finally {
      MDC.remove(LOGGED_AS);
    }
  }

  private void finishLater(Answer answer, String id, Context context, long start) {
    MDC.put(LOGGED_AS, id);
    try {
      finish(answer, id, context, start);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      MDC.remove(LOGGED_AS);
    }
  }

  private void finish(Answer answer, String id, Context context, long start) throws IOException {
    HttpServletRequest request = context.req();
    long took = server.ticker().read() - start;
    // Before it is written: whoever has the answer finds it counted, and a client that reads slowly
    // or is gone makes no request of ours slow or failed.
    server.metrics().served(countedMethod(request), path, answer.status(), took);
    LOG.debug("{} {} {} in {} µs", request.getMethod(), path, answer.status(), took / 1_000);
    write(answer, id, request, context.res());
  }

  private String countedMethod(HttpServletRequest request) {
    return byMethod.containsKey(request.getMethod()) ? request.getMethod() : "other";
  }

  private CompletionStage<Answer> answer(String id, HttpServletRequest request, Context context) {
    Route route = byMethod.get(request.getMethod());
    if (route == null) {
      return CompletableFuture.completedStage(
          request.getMethod().equals("OPTIONS") && !byMethod.isEmpty()
              ? options(request)
              : unserved(request).answer(id));
    }
    Optional<Problem> objection = server.gate().objection(route, request);
    if (objection.isPresent()) {
      return CompletableFuture.completedStage(objection.get().answer(id));
    }
    Request asked = new Request(id, request, variables(context), bodies(route));
    CompletionStage<Answer> answer;
    try {
      answer = route.endpoint().begin(asked);
    } catch (RuntimeException | Error failure) {
      asked.answered();
      return CompletableFuture.completedStage(failed(route, id, failure));
    }
    return answer
        .whenComplete((done, failure) -> asked.answered())
        .exceptionally(failure -> failed(route, id, cause(failure)));
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  private static Answer failed(Route route, String id, Throwable failure) {
    if (failure instanceof RequestRefused refused) {
      return refused.problem().answer(id);
    }
    if (failure instanceof StoreUnavailableException unavailable) {
      LOG.warn("{}: the store does not answer", route, unavailable);
      return Problem.of(503, "The store does not answer. Try again in a minute.")
          .with("Retry-After", "60")
          .answer(id);
    }
    if (failure instanceof VirtualMachineError fatal) {
      throw fatal;
    }
    LOG.error("{} failed", route, failure);
    return Problem.of(500, "The mistake is on our side; the log has it under the request id.")
        .answer(id);
  }

  private Map<String, String> variables(Context context) {
    return path.indexOf('{') < 0 ? Map.of() : context.pathParamMap();
  }

  private BodyReader bodies(Route route) {
    Limits limits = server.settings().limits();
    int longest = route.bodyBytes() == 0 ? limits.bodyBytes() : route.bodyBytes();
    return new BodyReader(longest, route.gzip(), limits.body(), server.ticker(), server.room());
  }

  private Problem unserved(HttpServletRequest request) {
    return byMethod.isEmpty()
        ? Problem.of(404, "Nothing is served here. /openapi.json lists what is.")
        : Problem.of(405, "Use " + allowed() + ", not " + request.getMethod() + ".")
            .with("Allow", allowed());
  }

  private Answer options(HttpServletRequest request) {
    Answer answer = Answer.empty(204).header("Allow", allowed());
    String origin = request.getHeader("Origin");
    return origin != null && server.gate().mayRead(origin)
        ? answer
            .header("Access-Control-Allow-Methods", allowed())
            .header("Access-Control-Allow-Headers", "Authorization, Content-Type, Idempotency-Key")
            .header("Access-Control-Max-Age", "600")
        : answer;
  }

  private String allowed() {
    return Stream.concat(byMethod.keySet().stream(), Stream.of("OPTIONS"))
        .distinct()
        .collect(Collectors.joining(", "));
  }

  private void write(
      Answer answer, String id, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(answer.status());
    SecurityHeaders.onEveryAnswer(response::setHeader);
    response.setHeader(REQUEST_ID, id);
    response.setHeader("Cache-Control", "no-store");
    String origin = request.getHeader("Origin");
    if (origin != null && server.gate().mayRead(origin)) {
      response.setHeader("Access-Control-Allow-Origin", origin);
      response.setHeader("Access-Control-Expose-Headers", REQUEST_ID);
      response.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
      response.setHeader("Vary", "Origin");
    }
    answer.headers().forEach(response::setHeader);
    if (!answer.mediaType().isEmpty()) {
      response.setContentType(answer.mediaType());
      response.setContentLength(answer.body().length);
      response.getOutputStream().write(answer.body());
    }
  }
}
