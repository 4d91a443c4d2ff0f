package dev.amserr.oncall;

import java.util.Comparator;
import java.util.List;

/**
 * What is known about one team beside its roster.
 *
 * @param covers of that team, by id
 * @param calendar what its calendar says, if it has one
 */
public record Additions(List<Cover> covers, CalendarShifts calendar) {

  private static final Additions NONE = new Additions(List.of(), CalendarShifts.none());

  public Additions {
    covers = covers.stream().sorted(Comparator.comparingLong(Cover::id)).toList();
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
}
