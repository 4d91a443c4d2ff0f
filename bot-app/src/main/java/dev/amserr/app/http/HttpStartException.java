package dev.amserr.app.http;

/** The server cannot start; the message is a sentence for whoever starts it. */
public final class HttpStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final Reason reason;

  /** Why. */
  public enum Reason {
    /** Another program listens there. */
    PORT_TAKEN,
    /** The system does not let this user listen on this port. */
    PORT_FORBIDDEN,
    /** The host is no address of this machine. */
    HOST_UNUSABLE,
    /** The network would reach what only a token may open, and there is none. */
    TOKEN_MISSING
  }

  HttpStartException(Reason reason, String message) {
    super(message);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }
}
