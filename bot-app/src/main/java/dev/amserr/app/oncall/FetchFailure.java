package dev.amserr.app.oncall;

/**
 * A calendar could not be fetched; the message says why, without the address, which is a secret.
 */
final class FetchFailure extends Exception {

  private static final long serialVersionUID = 1L;

  FetchFailure(String message) {
    super(message);
  }
}
