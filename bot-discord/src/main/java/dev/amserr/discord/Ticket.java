package dev.amserr.discord;

import dev.amserr.discord.render.DiscordMessage;
import java.time.Clock;
import java.time.Duration;
import net.dv8tion.jda.api.exceptions.ErrorResponseException;
import net.dv8tion.jda.api.exceptions.InteractionFailureException;
import net.dv8tion.jda.api.interactions.Interaction;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the log calls an interaction.
 *
 * @param name {@code /oncall cover}, or the id of a button
 */
record Ticket(String name, Interaction interaction, Clock clock, DiscordMetrics metrics) {

  private static final Logger LOG = LoggerFactory.getLogger(Ticket.class);

  /** Joins an answer with the log: the interaction's own id, shorter. */
  static String correlationId(Interaction interaction) {
    return Long.toUnsignedString(interaction.getIdLong(), Character.MAX_RADIX);
  }

  String correlationId() {
    return correlationId(interaction);
  }

  /** How long ago Discord sent it. */
  Duration age() {
    return Duration.between(interaction.getTimeCreated().toInstant(), clock.instant());
  }

  DiscordMessage apology() {
    return DiscordMessage.of(
        "That did not work; the mistake is on our side. Try again. If it stays, give the reference "
            + correlationId()
            + " to whoever runs the bot.");
  }

  /**
   * Logs why an answer was not taken.
   *
   * @return whether Discord refused the message itself, so that another one may pass
   */
  boolean isMessageRefused(Throwable failure) {
    if (failure instanceof InteractionFailureException) {
      return false;
    }
    if (failure instanceof ErrorResponseException response) {
      ErrorResponse code = response.getErrorResponse();
      if (code == ErrorResponse.UNKNOWN_INTERACTION || code == ErrorResponse.UNKNOWN_WEBHOOK) {
        Duration age = age();
        metrics.tooLate(age);
        LOG.warn(
            "The answer to {} [{}] came too late ({}): the interaction is {} ms old",
            name,
            correlationId(),
            response.getErrorCode(),
            age.toMillis());
        return false;
      }
      if (code == ErrorResponse.INTERACTION_ALREADY_ACKNOWLEDGED) {
        LOG.warn("{} [{}] was answered before", name, correlationId());
        return false;
      }
      metrics.refused();
      LOG.error("Discord refused the answer to {} [{}]", name, correlationId(), failure);
      return response.getResponse().code >= 400 && response.getResponse().code < 500;
    }
    metrics.refused();
    LOG.error("The answer to {} [{}] was not sent", name, correlationId(), failure);
    return false;
  }
}
