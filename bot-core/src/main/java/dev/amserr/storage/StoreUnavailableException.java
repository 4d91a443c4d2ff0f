package dev.amserr.storage;

/** The store does not answer. What needs no store goes on; the message is fit for a user. */
public final class StoreUnavailableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailableException(String message, Throwable cause) {
    super(message, cause);
  }
}
