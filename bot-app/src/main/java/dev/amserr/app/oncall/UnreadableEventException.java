package dev.amserr.app.oncall;

/** An event says something that cannot be made a shift of; the message says what. */
final class UnreadableEventException extends Exception {

  private static final long serialVersionUID = 1L;

  UnreadableEventException(String message) {
    super(message);
  }
}
