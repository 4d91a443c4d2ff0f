package dev.amserr.app.http;

import java.util.List;
import java.util.Set;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Refuses what the router must not see: methods that HTTP does not know, which it would keep in
 * memory for good, and WebSocket handshakes, for which it would open a session.
 */
final class Screening extends Handler.Wrapper {

  /** Every method that reaches the router, so that each gets an answer that says what to use. */
  static final List<String> ROUTED =
      List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "QUERY");

  private static final Set<String> KNOWN = Set.copyOf(ROUTED);

  private final JettyProblems problems;

  Screening(JettyProblems problems) {
    this.problems = problems;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!KNOWN.contains(request.getMethod())) {
      problems.write(request, response, 501, callback);
      return true;
    }
    if (request.getHeaders().contains("Sec-WebSocket-Version")) {
      problems.write(request, response, 404, callback);
      return true;
    }
    return super.handle(request, response, callback);
  }
}
