package dev.amserr.app.http;

/** The tokens that open something. Asked at every request, so they may change meanwhile. */
public interface BearerTokens {

  /** Whether there is none, so that nothing is accepted. */
  boolean isEmpty();

  /** Whether this is one of them. */
  boolean accepts(String presented);

  /** No token at all. */
  static BearerTokens none() {
    return new BearerTokens() {
      @Override
      public boolean isEmpty() {
        return true;
      }

      @Override
      public boolean accepts(String presented) {
        return false;
      }
    };
  }
}
