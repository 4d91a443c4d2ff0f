package dev.amserr.app.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Problems for what Jetty refuses before a route is found: malformed or oversized requests. */
final class JettyProblems extends ErrorHandler {

  private final RequestIds ids;

  JettyProblems(RequestIds ids) {
    this.ids = ids;
  }

  @Override
  public boolean errorPageForMethod(String method) {
    return true;
  }

  @Override
  protected void generateResponse(
      Request request,
      Response response,
      int code,
      String message,
      Throwable cause,
      Callback callback) {
    // Jetty closes after such requests, and does not always say so.
    response.getHeaders().put(HttpFields.CONNECTION_CLOSE);
    write(request, response, code < 400 ? 500 : code, callback);
  }

  /** Answers with a problem, without touching the body of the request. */
  void write(Request request, Response response, int code, Callback callback) {
    response.setStatus(code);
    String id = ids.given(request.getHeaders().get(PathHandler.REQUEST_ID));
    response.getHeaders().put(PathHandler.REQUEST_ID, id);
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
    SecurityHeaders.onEveryAnswer(response.getHeaders()::put);
    Problem problem = Problem.of(code, detail(code));
    response.write(true, ByteBuffer.wrap(problem.json(id)), callback);
  }

  /** Jetty's own words may repeat what a client sent. */
  private static String detail(int code) {
    return switch (code) {
      case 400 -> "The request is not well-formed HTTP.";
      case 404 -> "Nothing is served here. /openapi.json lists what is.";
      case 408 -> "The request did not come in time.";
      case 414, 431 -> "The request line with its headers is too long. Send long texts by POST.";
      case 501 -> "This method is not known here.";
      case 503 -> "The bot is stopping or has too much to do. Try again in a minute.";
      default -> "The request cannot be answered.";
    };
  }
}
