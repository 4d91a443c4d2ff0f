package dev.amserr.discord.fake;

import dev.amserr.discord.fake.HttpExchange.Request;
import dev.amserr.discord.fake.HttpExchange.Response;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Something that goes wrong with the next requests of a kind. */
final class Fault {

  private final String method;
  private final Pattern path;
  private final AtomicInteger left;
  private final Supplier<Optional<Response>> outcome;

  private Fault(String method, String path, int times, Supplier<Optional<Response>> outcome) {
    this.method = method;
    this.path = Pattern.compile(path);
    this.left = new AtomicInteger(times);
    this.outcome = outcome;
  }

  /** Such requests are answered like this, and nothing else happens. */
  static Fault answering(String method, String path, int times, Response response) {
    return new Fault(method, path, times, () -> Optional.of(response));
  }

  /** The connection breaks after such a request was read. */
  static Fault breaking(String method, String path, int times) {
    return new Fault(method, path, times, Optional::empty);
  }

  /** Such a request is read and never answered, until the waiting ends. */
  static Fault hanging(String method, String path, CountDownLatch end) {
    return new Fault(
        method,
        path,
        1,
        () -> {
          try {
            end.await();
          } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
          }
          return Optional.empty();
        });
  }

  boolean strikes(Request request) {
    return request.method().equals(method)
        && path.matcher(request.path()).find()
        && left.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  /** What is answered; empty for nothing. */
  Optional<Response> outcome() {
    return outcome.get();
  }
}
