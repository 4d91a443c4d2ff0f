package dev.amserr.slack.inbound;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.amserr.command.Origin;
import dev.amserr.command.reply.Reply;
import dev.amserr.slack.SlackSettings;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.outbound.ResponseUrls;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Slack sends. A web server hands in the headers and the bytes of the body as they
 * came, and sends what the future holds; the future is there within {@link #PATIENCE}, and is
 * completed by a thread of the executor or of the JDK's timer. Thread-safe.
 */
public final class SlackEndpoint {

  /** How long a response waits for its answer; Slack waits for 3 seconds. */
  public static final Duration PATIENCE = Duration.ofSeconds(2);

  /**
   * The largest body that is read; a server that cuts off earlier loses shortcuts. One that reads
   * no more than this says so by {@link #cutOff}.
   */
  public static final int LARGEST_BODY = RequestVerifier.LARGEST_BODY;

  private static final int MOST_REMEMBERED = 20_000;
  private static final int LONGEST_SSL_CHECK = 1_024;

  private final SlackCommands commands;
  private final Answers answers;
  private final Work work;
  private final ResponseUrls responseUrls;
  private final RequestVerifier verifier;
  private final RefusalLog refusals;
  private final Clock clock;
  private final ObjectMapper mapper = new ObjectMapper();
  private final RecentlySeen<String> triggers;
  private volatile boolean stopping;

  /**
   * An endpoint.
   *
   * @param executor runs the commands; may reject what is too much
   */
  public SlackEndpoint(
      SlackSettings settings,
      SlackCommands commands,
      BlockKitRenderer renderer,
      ResponseUrls responseUrls,
      SlackMetrics metrics,
      Executor executor,
      Clock clock) {
    this(settings, commands, renderer, responseUrls, metrics, executor, clock, PATIENCE);
  }

  SlackEndpoint(
      SlackSettings settings,
      SlackCommands commands,
      BlockKitRenderer renderer,
      ResponseUrls responseUrls,
      SlackMetrics metrics,
      Executor executor,
      Clock clock,
      Duration patience) {
    this.commands = commands;
    this.answers = new Answers(renderer, clock);
    this.work = new Work(executor, patience, metrics);
    this.responseUrls = responseUrls;
    this.verifier =
        new RequestVerifier(settings.signingSecrets(), new FormerSecretLog(clock), clock);
    this.refusals = new RefusalLog(metrics, clock);
    this.clock = clock;
    this.triggers = new RecentlySeen<>(MOST_REMEMBERED, RequestVerifier.REMEMBERED, clock);
  }

  /**
   * Answers a request to {@code /slack/commands}.
   *
   * @param header a header's value by its name, in any case; null where it is missing
   */
  public CompletableFuture<SlackResponse> commands(
      Function<String, @Nullable String> header, byte[] body) {
    return checked(
        header,
        body,
        form ->
            Interaction.command(form)
                .map(command -> once(command, this::answer))
                .orElseGet(() -> unknown("This is no slash command.")));
  }

  /**
   * Answers a request to {@code /slack/interactivity}.
   *
   * @param header a header's value by its name, in any case; null where it is missing
   */
  public CompletableFuture<SlackResponse> interactivity(
      Function<String, @Nullable String> header, byte[] body) {
    return checked(
        header,
        body,
        form ->
            Interaction.read(form.get("payload"), mapper)
                .map(interaction -> once(interaction, this::answer))
                .orElseGet(() -> unknown("This is no interaction that the bot knows.")));
  }

  /** Counts a request that the web server has refused itself, for its size. */
  public void cutOff() {
    refusals.add(Refusal.TOO_LARGE, LARGEST_BODY + 1);
  }

  /**
   * Takes nothing more and waits for what runs.
   *
   * @return how many interactions were not answered when the time was over
   */
  public int stop(Duration grace) throws InterruptedException {
    stopping = true;
    return work.finish(grace);
  }

  private CompletableFuture<SlackResponse> checked(
      Function<String, @Nullable String> header,
      byte[] body,
      Function<Form, CompletableFuture<SlackResponse>> next) {
    Optional<Refusal> refusal =
        verifier.refusal(
            header.apply("X-Slack-Request-Timestamp"), header.apply("X-Slack-Signature"), body);
    if (refusal.isPresent()) {
      return refused(refusal.get(), body);
    }
    String contentType = header.apply("Content-Type");
    if (contentType == null || !Form.isForm(contentType)) {
      return ready(
          SlackResponse.problem(
              415, "Unsupported Media Type", "Slack sends application/x-www-form-urlencoded."));
    }
    Optional<Form> form = Form.read(body);
    if (form.isEmpty()) {
      return unknown("The form can't be read.");
    }
    if (isSslCheck(form.get())) {
      return ready(SlackResponse.acknowledged());
    }
    return stopping
        ? ready(SlackResponse.problem(503, "Service Unavailable", "The bot is stopping."))
        : next.apply(form.get());
  }

  /** Slack checks certificates with a request that it need not sign; it is told nothing. */
  private CompletableFuture<SlackResponse> refused(Refusal cause, byte[] body) {
    boolean sslCheck =
        cause == Refusal.NOT_SIGNED
            && body.length <= LONGEST_SSL_CHECK
            && Form.read(body).filter(SlackEndpoint::isSslCheck).isPresent();
    if (sslCheck) {
      return ready(SlackResponse.acknowledged());
    }
    refusals.add(cause, body.length);
    String title = cause.status() == 413 ? "Content Too Large" : "Unauthorized";
    return ready(SlackResponse.problem(cause.status(), title, cause.sentence()));
  }

  private static boolean isSslCheck(Form form) {
    return form.get("ssl_check").equals("1");
  }

  /** Slack delivers twice when it feels like it: the second time is only acknowledged. */
  private <T extends Interaction> CompletableFuture<SlackResponse> once(
      T interaction, Function<T, CompletableFuture<SlackResponse>> work) {
    String trigger = interaction.source().trigger();
    boolean first = trigger.isEmpty() || triggers.isFirst(trigger);
    return first ? work.apply(interaction) : ready(SlackResponse.acknowledged());
  }

  private CompletableFuture<SlackResponse> answer(Interaction interaction) {
    return interaction.fold(
        command ->
            work.answer(
                task(command, origin -> commands.answer(command, origin), answers::message)),
        shortcut ->
            work.acknowledge(
                task(shortcut, origin -> commands.answer(shortcut, origin), answers::message)),
        press ->
            work.acknowledge(
                task(press, origin -> commands.answer(press, origin), answers::message)),
        submission ->
            work.answer(
                task(submission, origin -> commands.answer(submission, origin), answers::modal)),
        notice -> ready(SlackResponse.acknowledged()));
  }

  private Work.Task task(
      Interaction interaction, Function<Origin, Reply> reply, Answers.Form inResponse) {
    Origin origin = commands.origin(interaction.source(), clock.instant());
    return new Work.Task(
        origin,
        reply,
        answer -> inResponse.write(answer, origin),
        answer -> answers.late(answer, origin),
        responseUrls.open(interaction.source().responseUrl()));
  }

  private static CompletableFuture<SlackResponse> unknown(String detail) {
    return ready(SlackResponse.problem(400, "Bad Request", detail));
  }

  private static CompletableFuture<SlackResponse> ready(SlackResponse response) {
    return CompletableFuture.completedFuture(response);
  }
}
