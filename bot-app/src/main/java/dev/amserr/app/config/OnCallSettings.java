package dev.amserr.app.config;

import java.time.Duration;
import java.time.ZoneId;
import java.util.List;

/**
 * On-call beyond the rosters.
 *
 * @param privateCalendars whether calendars may be fetched from private networks and this machine
 * @param handovers posts at hand-offs, none by default
 * @param gaps posts about gaps, none by default
 */
public record OnCallSettings(
    boolean privateCalendars, List<HandoverPost> handovers, List<GapPost> gaps) {

  public OnCallSettings {
    handovers = List.copyOf(handovers);
    gaps = List.copyOf(gaps);
  }

  /**
   * At each hand-off, what the outgoing shift leaves behind.
   *
   * @param team an id
   * @param destination a name
   * @param top how many recurring errors are listed
   */
  public record HandoverPost(String team, String destination, int top) {}

  /**
   * The gaps that lie ahead, each told once.
   *
   * @param team an id
   * @param destination a name
   * @param cron five fields, checked
   * @param ahead how far it looks
   */
  public record GapPost(
      String team, String destination, String cron, ZoneId zone, Duration ahead) {}
}
