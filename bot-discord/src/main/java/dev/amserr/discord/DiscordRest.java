package dev.amserr.discord;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.amserr.discord.render.DiscordMessage;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Discord's REST interface, one attempt a call. JDA's own requests wait for rate limits and try
 * again in silence; who posts must know what became of each attempt.
 */
final class DiscordRest {

  private static final Logger LOG = LoggerFactory.getLogger(DiscordRest.class);
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final String AGENT = "DiscordBot (https://discord.com/developers, 1) amserr";

  private final DiscordSettings settings;
  private final Duration patience;
  private final ObjectMapper mapper = new ObjectMapper();
  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(CONNECT)
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();

  /**
   * A client.
   *
   * @param patience how long one answer may take
   */
  DiscordRest(DiscordSettings settings, Duration patience) {
    this.settings = settings;
    this.patience = patience;
  }

  Exchange get(String path) {
    return exchange(request(path).GET().build(), new WatchedBody(new byte[0]));
  }

  /** Sends JSON, with files as a form. */
  Exchange send(String method, String path, MessageForm form) {
    WatchedBody body = new WatchedBody(form.body());
    return exchange(
        request(path).header("Content-Type", form.contentType()).method(method, body).build(),
        body);
  }

  /** Answers an interaction directly, privately; what becomes of it is logged only. */
  void answer(String interactionId, String interactionToken, DiscordMessage message) {
    DataObject data = message.toCreate().toData().put("flags", 64);
    DataObject callback = DataObject.empty().put("type", 4).put("data", data);
    WatchedBody body = new WatchedBody(callback.toJson());
    HttpRequest request =
        HttpRequest.newBuilder(
                settings
                    .apiUrl()
                    .resolve(
                        "interactions/" + interactionId + "/" + interactionToken + "/callback"))
            .timeout(patience)
            .header("User-Agent", AGENT)
            .header("Content-Type", "application/json")
            .POST(body)
            .build();
    String trouble =
        exchange(request, body)
            .fold(
                answered -> answered.status() < 400 ? "" : Deliveries.reason(answered),
                Exchange.NotSent::reason,
                Exchange.NoAnswer::reason);
    if (!trouble.isEmpty()) {
      LOG.error("Not even an apology was taken for {}: {}", interactionId, trouble);
    }
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(settings.apiUrl().resolve(path))
        .timeout(patience)
        .header("User-Agent", AGENT)
        .header("Authorization", "Bot " + settings.token());
  }

  private Exchange exchange(HttpRequest request, WatchedBody body) {
    CompletableFuture<HttpResponse<byte[]>> answer =
        client.sendAsync(request, HttpResponse.BodyHandlers.ofByteArray());
    try {
      HttpResponse<byte[]> response = answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return new Exchange.Answered(
          response.statusCode(), response.headers(), json(response.body()));
    } catch (ExecutionException failure) {
      return failed(request, body, String.valueOf(failure.getCause()));
    } catch (TimeoutException late) {
      answer.cancel(true);
      return new Exchange.NoAnswer(
          "No answer from " + request.uri().getHost() + " within " + patience.toSeconds() + " s");
    } catch (InterruptedException interrupted) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      return new Exchange.NoAnswer("Interrupted while waiting for " + request.uri().getHost());
    }
  }

  private static Exchange failed(HttpRequest request, WatchedBody body, String failure) {
    LOG.debug("A request to {} failed: {}", request.uri().getHost(), failure);
    return body.mayHaveLeft()
        ? new Exchange.NoAnswer("The connection to " + request.uri().getHost() + " broke")
        : new Exchange.NotSent("No connection to " + request.uri().getHost());
  }

  private JsonNode json(byte[] body) {
    try {
      JsonNode node = mapper.readTree(body);
      return node == null ? MissingNode.getInstance() : node;
    } catch (IOException notJson) {
      return MissingNode.getInstance();
    }
  }
}
