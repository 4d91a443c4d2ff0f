package dev.amserr.digest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.dispatch.Desk;
import dev.amserr.command.reply.Card;
import dev.amserr.command.reply.Phrase;
import dev.amserr.command.reply.Reply;
import dev.amserr.oncall.CalendarShift;
import dev.amserr.oncall.CalendarShifts;
import dev.amserr.oncall.InMemoryCovers;
import dev.amserr.oncall.LiveOnCall;
import dev.amserr.oncall.RosterReader;
import dev.amserr.oncall.Rosters;
import dev.amserr.time.Interval;
import dev.amserr.yaml.Problems;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class OnCallDutiesTest {

  private static final Instant NOW = Instant.parse("2026-03-09T10:00:00Z");
  private static final Interval AROUND =
      new Interval(NOW.minus(Duration.ofDays(7)), NOW.plus(Duration.ofDays(7)));
  private static final Rosters ROSTERS =
      RosterReader.read(
              "oncall.yaml",
              """
              people: {ana: {name: Ana Ruiz}}
              teams: {encoder: {zone: UTC, calendar: {file: encoder.ics}}}
              """,
              new Problems())
          .orElseThrow();

  @Test
  void of_a_calendar_that_was_not_read_nobody_says_that_nobody_is_on_call() {
    assertThat(said(CalendarShifts.neverRead()))
        .contains("it is not known who is on call (calendar not read yet; 2 lines)");
  }

  @Test
  void people_of_an_old_calendar_are_named_with_its_age() {
    CalendarShifts old =
        CalendarShifts.fresh(List.of(new CalendarShift(AROUND, "ana")), AROUND)
            .agedBy(Duration.ofHours(3));

    assertThat(said(old)).contains("Ana Ruiz is on call", "(calendar 3 h old; 2 lines)");
  }

  @Test
  void in_a_gap_of_a_calendar_that_is_known_nobody_is_on_call() {
    assertThat(said(CalendarShifts.fresh(List.of(), AROUND)))
        .contains("nobody is on call (2 lines)");
  }

  private static String said(CalendarShifts calendar) {
    LiveOnCall onCall = new LiveOnCall(ROSTERS, new InMemoryCovers(), team -> calendar);
    DigestSnapshot.Duty duty =
        new OnCallDuties(onCall, series -> "")
            .duty(ROSTERS.teams().values().iterator().next(), NOW, 2);
    Phrase phrase = DigestText.duty(duty);
    return Desk.plain(Reply.of(Card.titled("t").text(phrase).build()));
  }
}
