package dev.amserr.app.ingest;

import dev.amserr.app.config.IngestSettings;
import dev.amserr.app.config.IngestToken;
import dev.amserr.app.config.TokenHash;
import dev.amserr.app.http.BearerTokens;
import dev.amserr.app.http.Request;
import dev.amserr.app.http.RequestRefused;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The tokens that may report, as they are configured now. */
final class IngestTokens implements BearerTokens {

  private static final String SCHEME = "Bearer ";

  private final Supplier<IngestSettings> settings;

  IngestTokens(Supplier<IngestSettings> settings) {
    this.settings = settings;
  }

  @Override
  public boolean isEmpty() {
    return settings.get().tokens().isEmpty();
  }

  @Override
  public boolean accepts(String presented) {
    return find(presented).isPresent();
  }

  /**
   * Who sends a request that was let in.
   *
   * @throws RequestRefused if its token may not send this
   */
  Sender sender(Request request, IngestToken.Scope scope) {
    Optional<String> authorization = request.header("Authorization");
    if (authorization.isEmpty()) {
      return Sender.THIS_MACHINE;
    }
    IngestToken token =
        find(authorization.get().substring(SCHEME.length()).strip())
            .orElseThrow(() -> new RequestRefused(401, "This token was withdrawn just now."));
    if (!token.scopes().contains(scope)) {
      throw new RequestRefused(
          403,
          "The token "
              + token.name()
              + " may not send this. Add it to the token's scopes in ingest.tokens.");
    }
    return new Sender(token.name(), token::covers);
  }

  /** Compares with each token, whichever it is, so that the time says nothing. */
  private Optional<IngestToken> find(String presented) {
    TokenHash hash = TokenHash.of(presented);
    List<IngestToken> tokens = settings.get().tokens();
    IngestToken found = null;
    for (IngestToken token : tokens) {
      if (token.sha256().equals(hash)) {
        found = token;
      }
    }
    return Optional.ofNullable(found);
  }
}
