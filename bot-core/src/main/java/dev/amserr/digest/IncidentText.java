package dev.amserr.digest;

import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Part;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.command.reply.Tone;
import dev.amserr.recurrence.Series;
import dev.amserr.recurrence.SeriesState;
import dev.amserr.time.Durations;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The message of an incident. */
final class IncidentText {

  private static final int MOST_LINES = 15;

  private final ZoneId zone;

  /**
   * Texts.
   *
   * @param zone of the times in them
   */
  IncidentText(ZoneId zone) {
    this.zone = zone;
  }

  /** What is said of a state of a series. */
  String line(Series series, SeriesState state) {
    String code = series.label().equals(series.key().code()) ? "" : " " + series.key().code();
    List<String> facts = new ArrayList<>(List.of(series.label() + code, series.key().source()));
    String why = DigestText.why(state.kind(), state.why());
    if (!why.isEmpty()) {
      facts.add(why);
    }
    facts.add("since " + ZoneTimes.dayAndTime(state.since(), zone));
    return String.join(" · ", facts);
  }

  /**
   * The message; whoever is on call is notified when the incident begins, and not again.
   *
   * @param duty who is on call for it; empty if nobody owns it
   * @param unposted what was withheld before
   */
  Reply post(Incident incident, Optional<DigestSnapshot.Duty> duty, Unposted unposted) {
    Instant since = unposted.since();
    Card.Builder card =
        Card.titled(title(incident, since == null ? incident.opened() : since))
            .tone(incident.end().isPresent() ? Tone.GOOD : Tone.BAD);
    List<Incident.Alert> shown = shown(incident.alerts());
    card.part(
        new Part.Bullets(
            shown.stream().map(this::line).toList(), incident.alerts().size() - shown.size()));
    duty.ifPresent(known -> card.fact(known.title(), DigestText.duty(known)));
    if (since != null) {
      card.text(
          "Unposted from "
              + ZoneTimes.dayAndTime(since, zone)
              + " to "
              + ZoneTimes.dayAndTime(incident.opened(), zone)
              + ", because of the limit of an hour.");
    }
    if (unposted.alerts() > 0) {
      card.text(
          DigestText.counted(unposted.alerts(), "alert")
              + " before this one went unposted, because of the limit of an hour.");
    }
    Reply reply = Reply.of(card.build()).publicly();
    return incident.version() == 1 && duty.isPresent()
        ? reply.pinging(duty.get().people().stream().map(DigestText::mention).toList())
        : reply;
  }

  /** As they began; where there are too many, those that last before those that are over. */
  private static List<Incident.Alert> shown(List<Incident.Alert> alerts) {
    List<Incident.Alert> important = new ArrayList<>(alerts);
    Collections.reverse(important);
    important.sort(Comparator.comparing(alert -> alert.over() != null));
    Set<Incident.Alert> chosen =
        Set.copyOf(important.subList(0, Math.min(MOST_LINES, important.size())));
    return alerts.stream().filter(chosen::contains).toList();
  }

  private static String title(Incident incident, Instant began) {
    Instant closed = incident.closed();
    if (closed != null) {
      return "Over after " + Durations.rough(Duration.between(began, closed));
    }
    int all = incident.alerts().size();
    long lasting = incident.alerts().stream().filter(alert -> alert.over() == null).count();
    return DigestText.counted(lasting, "alert") + (lasting < all ? " of " + all + " last" : "");
  }

  private Phrase line(Incident.Alert alert) {
    String head = alert.kind().title() + " " + alert.text();
    Instant over = alert.over();
    return Phrase.of(
        over == null
            ? head
            : "✔ " + head + " · " + alert.ending() + " " + ZoneTimes.dayAndTime(over, zone));
  }
}
