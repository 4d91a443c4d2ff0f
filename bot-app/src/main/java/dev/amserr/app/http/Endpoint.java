package dev.amserr.app.http;

/**
 * Answers the requests of one route. Runs on a request thread and may block. Whatever it throws
 * becomes a problem with the request's id; {@link RequestRefused} one that says why.
 */
@FunctionalInterface
public interface Endpoint {

  Answer answer(Request request);
}
