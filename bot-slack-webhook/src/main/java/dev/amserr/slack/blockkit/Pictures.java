package dev.amserr.slack.blockkit;

import dev.amserr.command.reply.Part;
import java.net.URI;
import java.util.Optional;
import java.util.function.Function;

/**
 * Which pictures are shown, and where they can be fetched; the others are described.
 *
 * @param addresses where Slack can fetch a drawn picture by https, by its id; empty for nowhere
 * @param inWords whether every picture is described
 */
record Pictures(Function<String, Optional<URI>> addresses, boolean inWords) {

  /** Where a picture can be looked at, though perhaps not by Slack. */
  Optional<URI> url(Part.Image image) {
    return image
        .source()
        .fold(remote -> Optional.of(remote.url()), drawn -> addresses.apply(image.id()));
  }

  /** Slack refuses the whole message if it can't fetch a picture: it wants https. */
  boolean shows(Part.Image image) {
    return !inWords
        && url(image)
            .filter(url -> "https".equalsIgnoreCase(url.getScheme()))
            .filter(url -> url.toASCIIString().length() <= Limits.IMAGE_URL)
            .isPresent();
  }

  /** Whether only we can show it: we drew it, and Slack can't fetch it. */
  boolean mustBeSent(Part.Image image) {
    return image.source().fold(remote -> false, drawn -> !shows(image));
  }
}
