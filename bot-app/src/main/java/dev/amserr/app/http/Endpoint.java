package dev.amserr.app.http;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;

/**
 * Answers the requests of one route. Runs on a request thread and may block. Whatever it throws
 * becomes a problem with the request's id; {@link RequestRefused} one that says why.
 */
@FunctionalInterface
public interface Endpoint {

  Answer answer(Request request);

  /** The same for who need not wait. */
  default CompletionStage<Answer> begin(Request request) {
    return CompletableFuture.completedStage(answer(request));
  }

  /**
   * An endpoint that needs no thread until something else is done. What its stage fails with
   * becomes a problem as if it was thrown.
   */
  static Endpoint later(Function<Request, CompletionStage<Answer>> answering) {
    return new Endpoint() {
      @Override
      public Answer answer(Request request) {
        return begin(request).toCompletableFuture().join();
      }

      @Override
      public CompletionStage<Answer> begin(Request request) {
        return answering.apply(request);
      }
    };
  }
}
