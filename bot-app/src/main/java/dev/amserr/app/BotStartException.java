package dev.amserr.app;

/** The bot cannot start; the message says why and what to do next, fit for whoever started it. */
public final class BotStartException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BotStartException(Exception cause) {
    super(cause.getMessage(), cause);
  }
}
