package dev.amserr.slack.fake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.gson.Gson;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.app_backend.interactive_components.payload.MessageShortcutPayload;
import com.slack.api.app_backend.views.payload.ViewSubmissionPayload;
import com.slack.api.model.Message;
import com.slack.api.model.view.View;
import com.slack.api.util.json.GsonFactory;
import dev.amserr.notify.LoopbackPlatform;
import dev.amserr.notify.LoopbackPlatform.Answer;
import dev.amserr.notify.LoopbackPlatform.Reaction;
import dev.amserr.notify.LoopbackPlatform.Request;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

/**
 * Slack with one workspace, for tests: what Ana does in it goes to the bot over HTTP, written and
 * signed by Slack's own code, and what the bot answers later can be read.
 */
public final class FakeSlack implements AutoCloseable {

  public static final String SECRET = "8f742231b10e8888abcd99yyyzzz85a5";

  /** The signing secret before the present one. */
  public static final String FORMER_SECRET = "the-former-secret";

  public static final String FORM = "application/x-www-form-urlencoded";
  public static final String COMMANDS = "/slack/commands";
  public static final String INTERACTIVITY = "/slack/interactivity";

  private static final int PATIENCE_SECONDS = 30;
  private static final Gson GSON = GsonFactory.createSnakeCase();
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Clock clock;
  private final LoopbackPlatform platform;
  private final HttpClient client = HttpClient.newHttpClient();
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<String, BlockingQueue<JsonNode>> lateAnswers = new ConcurrentHashMap<>();
  private volatile URI bot = URI.create("http://127.0.0.1:9/");

  /** What a bot answered at once; no content type where there is no body. */
  public record Response(int statusCode, String contentType, String body) {}

  /** A workspace without a bot, on a free port. */
  public FakeSlack(Clock clock) throws IOException {
    this.clock = clock;
    this.platform = new LoopbackPlatform(this::take);
  }

  /** Where it takes calls and late answers. */
  public URI url() {
    return platform.url();
  }

  public URI apiUrl() {
    return url().resolve("api/");
  }

  /** From now on its requests go there. */
  public void install(URI address) {
    bot = address;
  }

  // What Ana does.

  /** Writes a line that begins with a slash. */
  public Response write(String line) {
    int end = line.indexOf(' ');
    return end < 0 ? command(line, "") : command(line.substring(0, end), line.substring(end + 1));
  }

  /** Uses a slash command. */
  public Response command(String command, String text) {
    return signed(COMMANDS, form(commandFields(command, text)));
  }

  /** The fields of a slash command. */
  public Map<String, String> commandFields(String command, String text) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("token", "legacy");
    fields.put("team_id", "T0000001");
    fields.put("team_domain", "video");
    fields.put("channel_id", "C0000001");
    fields.put("channel_name", "streaming");
    fields.put("user_id", "U0000001");
    fields.put("user_name", "ana");
    fields.put("command", command);
    fields.put("text", text);
    fields.put("api_app_id", "A0000001");
    fields.put("is_enterprise_install", "false");
    fields.put("response_url", responseUrl());
    fields.put("trigger_id", trigger());
    return fields;
  }

  /** Uses a shortcut, a button or a modal, as one of Slack's own types has it. */
  public Response interact(Object payload) {
    return interactRaw(GSON.toJson(payload));
  }

  /** The same, with a payload to the letter. */
  public Response interactRaw(String payload) {
    return signed(INTERACTIVITY, form(Map.of("payload", payload)));
  }

  /** The shortcut of a message. */
  public MessageShortcutPayload shortcut(String callbackId, Message message) {
    MessageShortcutPayload payload = new MessageShortcutPayload();
    MessageShortcutPayload.User user = new MessageShortcutPayload.User();
    user.setId("U0000001");
    user.setName("ana");
    MessageShortcutPayload.Channel channel = new MessageShortcutPayload.Channel();
    channel.setId("C0000001");
    payload.setUser(user);
    payload.setChannel(channel);
    payload.setCallbackId(callbackId);
    payload.setMessage(message);
    payload.setTriggerId(trigger());
    payload.setResponseUrl(responseUrl());
    return payload;
  }

  /** The press of a button. */
  public BlockActionPayload press(String actionId) {
    BlockActionPayload payload = new BlockActionPayload();
    BlockActionPayload.User user = new BlockActionPayload.User();
    user.setId("U0000001");
    user.setName("ana");
    BlockActionPayload.Channel channel = new BlockActionPayload.Channel();
    channel.setId("C0000001");
    BlockActionPayload.Action action = new BlockActionPayload.Action();
    action.setActionId(actionId);
    action.setType("button");
    payload.setUser(user);
    payload.setChannel(channel);
    payload.setActions(List.of(action));
    payload.setTriggerId(trigger());
    payload.setResponseUrl(responseUrl());
    return payload;
  }

  /** A modal that is submitted without anything in it. */
  public ViewSubmissionPayload submission(String callbackId) {
    View view = new View();
    view.setCallbackId(callbackId);
    ViewSubmissionPayload payload = new ViewSubmissionPayload();
    ViewSubmissionPayload.User user = new ViewSubmissionPayload.User();
    user.setId("U0000001");
    user.setName("ana");
    payload.setUser(user);
    payload.setView(view);
    payload.setTriggerId(trigger());
    return payload;
  }

  /** Names an interaction; none comes twice. */
  public String trigger() {
    return "1." + numbers.incrementAndGet();
  }

  private String responseUrl() {
    return url() + "response/" + numbers.incrementAndGet();
  }

  // What Slack makes of it.

  /** A request with a good signature of now. */
  public Response signed(String path, String body) {
    return signed(path, body, Duration.ZERO);
  }

  /** A request with a good signature of some time ago. */
  public Response signed(String path, String body, Duration age) {
    return post(path, body, headers(SECRET, age, body));
  }

  /** The headers of a request that is signed with a secret, some time ago. */
  public Map<String, String> headers(String secret, Duration age, String body) {
    String time = Long.toString(clock.instant().minus(age).getEpochSecond());
    Map<String, String> headers = new HashMap<>();
    headers.put("Content-Type", FORM);
    headers.put("X-Slack-Request-Timestamp", time);
    headers.put("X-Slack-Signature", new SlackSignature.Generator(secret).generate(time, body));
    return headers;
  }

  /** A request as it is. */
  public Response post(String path, String body, Map<String, String> headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(bot.resolve(path)).POST(HttpRequest.BodyPublishers.ofString(body));
    headers.forEach(request::header);
    try {
      HttpResponse<String> response =
          client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      return new Response(
          response.statusCode(),
          response.headers().firstValue("Content-Type").orElse(""),
          response.body());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  /**
   * A request that waits until its body is wanted: one that is cut off while it is being written
   * may see a reset in place of the answer. The JDK's client never ends where no body is wanted.
   */
  public Response postWhenWanted(String path, String body, Map<String, String> headers) {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder("POST " + path + " HTTP/1.1\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    head.append("Host: " + bot.getAuthority() + "\r\nConnection: close\r\n");
    head.append("Expect: 100-continue\r\nContent-Length: " + bytes.length + "\r\n\r\n");
    try (Socket socket = new Socket(bot.getHost(), bot.getPort())) {
      socket.setSoTimeout(PATIENCE_SECONDS * 1_000);
      socket.getOutputStream().write(head.toString().getBytes(StandardCharsets.US_ASCII));
      BufferedReader in =
          new BufferedReader(
              new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
      int status = status(in.readLine());
      if (status == 100) {
        contentType(in);
        socket.getOutputStream().write(bytes);
        status = status(in.readLine());
      }
      String type = contentType(in);
      return new Response(status, type, in.lines().collect(Collectors.joining("\n")));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Reads the headers, up to the empty line. */
  private static String contentType(BufferedReader in) throws IOException {
    String type = "";
    for (String line = in.readLine(); !line.isEmpty(); line = in.readLine()) {
      if (line.toLowerCase(Locale.ROOT).startsWith("content-type: ")) {
        type = line.substring("content-type: ".length());
      }
    }
    return type;
  }

  private static int status(String line) {
    return Integer.parseInt(line.split(" ", -1)[1]);
  }

  public static String form(Map<String, String> fields) {
    return fields.entrySet().stream()
        .map(f -> f.getKey() + "=" + URLEncoder.encode(f.getValue(), StandardCharsets.UTF_8))
        .collect(Collectors.joining("&"));
  }

  public static JsonNode json(Response response) {
    return json(response.body());
  }

  public static JsonNode json(String text) {
    try {
      return JSON.readTree(text);
    } catch (IOException notJson) {
      throw new UncheckedIOException(notJson);
    }
  }

  /** A payload of Slack's own types as Slack sends it. */
  public static JsonNode written(Object payload) {
    return json(GSON.toJson(payload));
  }

  /** The ids of a message's buttons and menus, in order. */
  public static List<String> actionIds(JsonNode message) {
    return message.path("blocks").findValuesAsText("action_id");
  }

  // What the bot did.

  /** Everything that was sent to it, in order. */
  public List<Request> requests() {
    return platform.requests();
  }

  /** The next message at this response URL, once it is there. */
  public JsonNode lateAnswer(String responseUrl) throws InterruptedException {
    JsonNode answer =
        at(URI.create(responseUrl).getPath()).poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
    if (answer == null) {
      throw new AssertionError("No late answer within " + PATIENCE_SECONDS + " s");
    }
    return answer;
  }

  /** Whether a message came to this response URL that {@link #lateAnswer} did not give. */
  public boolean hasLateAnswer(String responseUrl) {
    return !at(URI.create(responseUrl).getPath()).isEmpty();
  }

  private Reaction take(Request request) {
    at(request.path()).add(json(request.body()));
    return Answer.of(200, "text/plain", "ok");
  }

  private BlockingQueue<JsonNode> at(String path) {
    return lateAnswers.computeIfAbsent(path, anywhere -> new LinkedBlockingQueue<>());
  }

  @Override
  public void close() throws IOException {
    platform.close();
  }
}
