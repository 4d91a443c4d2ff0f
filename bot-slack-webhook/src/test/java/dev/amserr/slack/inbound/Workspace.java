package dev.amserr.slack.inbound;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.amserr.command.AccessRules;
import dev.amserr.command.ActionSpec;
import dev.amserr.command.CommandPath;
import dev.amserr.command.CommandRegistry;
import dev.amserr.command.CommandSpec;
import dev.amserr.command.SampleCommands;
import dev.amserr.command.Signature;
import dev.amserr.command.dispatch.Actions;
import dev.amserr.command.dispatch.CommandDispatcher;
import dev.amserr.command.dispatch.RateLimit;
import dev.amserr.command.dispatch.RecordsInMemory;
import dev.amserr.command.reply.Action;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.ReplyCodec;
import dev.amserr.notify.Delivery;
import dev.amserr.slack.SlackSettings;
import dev.amserr.slack.blockkit.BlockKitRenderer;
import dev.amserr.slack.fake.FakeSlack;
import dev.amserr.slack.fake.InstalledBot;
import dev.amserr.slack.outbound.ResponseUrls;
import dev.amserr.slack.outbound.SlackHttp;
import dev.amserr.slack.outbound.TestClock;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A Slack workspace with our bot in it, behind the JDK's HTTP server. */
final class Workspace implements InstalledBot, AutoCloseable {

  final TestClock clock = new TestClock(SampleCommands.NOW);
  final List<Refusal> refusals = new CopyOnWriteArrayList<>();
  final BlockingQueue<Delivery> lateAnswers = new LinkedBlockingQueue<>();
  final AtomicInteger acknowledged = new AtomicInteger();
  final CountDownLatch started = new CountDownLatch(1);
  final CountDownLatch release = new CountDownLatch(1);
  final CommandRegistry registry;
  final SlackEndpoint endpoint;
  final FakeSlack slack = new FakeSlack(clock);

  private final HttpServer server;
  private final ExecutorService executor = Executors.newFixedThreadPool(4);

  Workspace() throws IOException {
    this(Duration.ofSeconds(30), Optional.empty());
  }

  /** A workspace whose bot waits for an answer that long and works on that executor. */
  Workspace(Duration patience, Optional<Executor> workers) throws IOException {
    registry = commands();
    SlackSettings settings =
        new SlackSettings(
            List.of(FakeSlack.SECRET, FakeSlack.FORMER_SECRET),
            null,
            slack.apiUrl(),
            Set.of("hooks.slack.com"));
    CommandDispatcher dispatcher =
        new CommandDispatcher(
            registry,
            new Actions(registry, new RecordsInMemory(), new ReplyCodec(id -> new byte[0])),
            (rule, actor) -> new AccessRules.Permitted(),
            new RateLimit(6_000, 6_000),
            (command, outcome, took) -> {},
            System::nanoTime);
    endpoint =
        new SlackEndpoint(
            settings,
            new SlackCommands(
                dispatcher, registry, CommandPath.of("amserr"), ZoneOffset.UTC, () -> "c0ffee"),
            new BlockKitRenderer(Workspace::pictureUrl),
            new ResponseUrls(settings, new SlackHttp(Duration.ofSeconds(30)), clock),
            metrics(),
            workers.orElse(executor),
            clock,
            patience);
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/slack/commands", exchange -> serve(exchange, endpoint::commands));
    server.createContext(
        "/slack/interactivity", exchange -> serve(exchange, endpoint::interactivity));
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    slack.install(URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/"));
  }

  @Override
  public FakeSlack slack() {
    return slack;
  }

  @Override
  public List<CommandSpec> declared() {
    return List.of(
        SampleCommands.amserr(),
        SampleCommands.codes(),
        SampleCommands.oncall(),
        SampleCommands.errors());
  }

  @Override
  public String shareableLine() {
    return "/buttons";
  }

  @Override
  public long refused(Refusal cause) {
    return refusals.stream().filter(cause::equals).count();
  }

  /** The sample commands, one that waits, one that breaks the renderer and one with buttons. */
  private CommandRegistry commands() {
    return SampleCommands.registry()
        .command(
            CommandSpec.of("slow", "Takes its time", Signature.of().deferred()),
            invocation -> {
              awaitRelease();
              return Reply.of("at last");
            })
        .command(
            CommandSpec.of("broken", "Can't be shown", Signature.of()),
            invocation -> Reply.of(Card.titled("x").part(unshowable()).build()))
        .command(
            CommandSpec.of("buttons", "Has buttons", Signature.of()),
            invocation ->
                Reply.of(
                        Card.titled("Buttons")
                            .action(Action.button("Acknowledge", "ack", "series 12"))
                            .action(
                                Action.menu(
                                    "Mute",
                                    List.of(new Action.Item("One hour", "1h")),
                                    "mute",
                                    "series 12"))
                            .build())
                    .shareable())
        .action(
            ActionSpec.once("ack"),
            click -> {
              acknowledged.incrementAndGet();
              return Reply.of(click.origin().actor().displayName() + " took " + click.state())
                  .publicly()
                  .replacing();
            })
        .action(
            ActionSpec.repeated("mute"),
            click -> Reply.of("muted " + click.state() + " for " + click.chosen()))
        .build();
  }

  /** What came of the next late answer. */
  Delivery nextLateAnswer() throws InterruptedException {
    Delivery delivery = lateAnswers.poll(30, TimeUnit.SECONDS);
    if (delivery == null) {
      throw new AssertionError("No late answer within 30 s");
    }
    return delivery;
  }

  @Override
  public void close() throws IOException {
    release.countDown();
    server.stop(0);
    executor.shutdownNow();
    slack.close();
  }

  private void awaitRelease() {
    started.countDown();
    try {
      if (!release.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("Nobody released the slow command");
      }
    } catch (InterruptedException interrupted) {
      throw new IllegalStateException(interrupted);
    }
  }

  private static Part.Image unshowable() {
    return new Part.Image("broken", "A chart", new Part.Image.Drawn(() -> new byte[0]));
  }

  private static Optional<URI> pictureUrl(String id) {
    if (id.equals("broken")) {
      throw new IllegalStateException("No picture for " + id);
    }
    return Optional.empty();
  }

  private SlackMetrics metrics() {
    return new SlackMetrics() {
      @Override
      public void refused(Refusal cause) {
        refusals.add(cause);
      }

      @Override
      public void answeredLater(Delivery delivery) {
        lateAnswers.add(delivery);
      }
    };
  }

  private static void serve(
      HttpExchange exchange,
      BiFunction<Function<String, @Nullable String>, byte[], CompletableFuture<SlackResponse>>
          endpoint)
      throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      SlackResponse response = endpoint.apply(exchange.getRequestHeaders()::getFirst, body).join();
      byte[] bytes = response.body();
      if (!response.contentType().isEmpty()) {
        exchange.getResponseHeaders().set("Content-Type", response.contentType());
      }
      exchange.sendResponseHeaders(response.status(), bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
