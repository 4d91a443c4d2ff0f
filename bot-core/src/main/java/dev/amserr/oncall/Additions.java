package dev.amserr.oncall;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is known about a team beside the roster.
 *
 * @param covers those in force, oldest first; those of other teams do no harm
 * @param calendar what its calendar says, if it has one
 * @param doubt why the covers may be incomplete, in words; empty if they are not
 */
public record Additions(List<Cover> covers, CalendarShifts calendar, String doubt) {

  private static final Additions NONE = new Additions(List.of(), CalendarShifts.none());

  public Additions {
    covers = covers.stream().sorted(Comparator.comparingLong(Cover::id)).toList();
  }

  /** Covers that are complete. */
  public Additions(List<Cover> covers, CalendarShifts calendar) {
    this(covers, calendar, "");
  }

  /** The roster alone. */
  public static Additions none() {
    return NONE;
  }

  public static Additions covers(List<Cover> covers) {
    return new Additions(covers, CalendarShifts.none());
  }

  public static Additions calendar(CalendarShifts calendar) {
    return new Additions(List.of(), calendar);
  }

  /** The same with other covers. */
  Additions withCovers(List<Cover> others) {
    return new Additions(others, calendar, doubt);
  }

  /** Why answers may be out of date, or empty. */
  public String staleness() {
    return Stream.of(doubt, calendar.staleness())
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
