package dev.amserr.slack.outbound;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Flow;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;

/**
 * Sends requests to Slack, each once, and tells what is certain about it: whether it left, and what
 * was answered. Follows no redirect. Thread-safe.
 */
public final class SlackHttp {

  /** How long a request may take from connecting to the last byte of the answer. */
  public static final Duration TIMEOUT = Duration.ofSeconds(10);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,7}");

  private final HttpClient client;
  private final Duration timeout;

  /**
   * A sender.
   *
   * @param timeout how long a request may take in all
   */
  public SlackHttp(Duration timeout) {
    this.timeout = timeout;
    this.client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(timeout.dividedBy(2))
            .build();
  }

  /** Posts a body; completes always, and never with an exception for what a network does. */
  CompletableFuture<Exchange> post(
      URI url, String contentType, byte[] body, Map<String, String> headers) {
    Body watched = new Body(HttpRequest.BodyPublishers.ofByteArray(body));
    HttpRequest.Builder request =
        HttpRequest.newBuilder(url)
            .timeout(timeout)
            .header("Content-Type", contentType)
            .POST(watched);
    headers.forEach(request::header);
    return client
        .sendAsync(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
        .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
        .handle(
            (response, failure) ->
                failure == null ? answered(response) : failed(cause(failure), watched));
  }

  private static Exchange answered(HttpResponse<String> response) {
    Optional<Duration> pause =
        response
            .headers()
            .firstValue("Retry-After")
            .filter(SECONDS.asMatchPredicate())
            .map(Long::parseLong)
            .map(Duration::ofSeconds);
    return new Exchange.Answered(response.statusCode(), response.body(), pause.orElse(null));
  }

  private static Exchange failed(Throwable failure, Body body) {
    if (failure instanceof Error error) {
      throw error;
    }
    String reason = reason(failure);
    return body.left || isRunning(failure)
        ? new Exchange.NoAnswer(reason + " after the request was sent")
        : new Exchange.NotSent(reason + " before the request was sent");
  }

  /** Whether the request may still be on its way, whatever we know of its body. */
  private static boolean isRunning(Throwable failure) {
    return failure instanceof TimeoutException;
  }

  private static String reason(Throwable failure) {
    if (failure instanceof ConnectException) {
      return "Slack can't be reached: no connection";
    }
    if (failure instanceof HttpConnectTimeoutException) {
      return "Slack can't be reached: connecting took too long,";
    }
    if (failure instanceof HttpTimeoutException || failure instanceof TimeoutException) {
      return "Slack did not answer in time";
    }
    if (failure instanceof SSLException) {
      return "The connection to Slack is not secure, or broke,";
    }
    return failure instanceof IOException
        ? "The connection to Slack broke"
        : "The request to Slack failed";
  }

  private static Throwable cause(Throwable failure) {
    Throwable cause = failure;
    while (cause instanceof CompletionException && cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  /** A body that knows whether any of it was asked for, which happens on an open connection. */
  private static final class Body implements HttpRequest.BodyPublisher {

    private final HttpRequest.BodyPublisher bytes;
    private volatile boolean left;

    Body(HttpRequest.BodyPublisher bytes) {
      this.bytes = bytes;
    }

    @Override
    public long contentLength() {
      return bytes.contentLength();
    }

    @Override
    public void subscribe(Flow.Subscriber<? super ByteBuffer> subscriber) {
      left = true;
      bytes.subscribe(subscriber);
    }
  }
}
