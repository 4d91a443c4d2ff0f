package dev.amserr.app.store;

/**
 * The store cannot be opened. The message is one or two sentences for the terminal: what was found
 * and what to do next, without secrets.
 */
public final class StoreOpenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StoreOpenException(String message) {
    super(message);
  }

  StoreOpenException(String message, Throwable cause) {
    super(message, cause);
  }
}
