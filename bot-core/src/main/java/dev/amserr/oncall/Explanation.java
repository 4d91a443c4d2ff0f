package dev.amserr.oncall;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * How an answer came about, step by step.
 *
 * @param steps in the order in which they were taken; the holders of the last are those of the
 *     answer
 * @param answer what the lookup says
 */
public record Explanation(Team team, Instant at, List<Step> steps, LevelOnCall answer) {

  public Explanation {
    steps = List.copyOf(steps);
  }

  /**
   * One step.
   *
   * @param text what was looked at and what it did, in words
   * @param holders who stands at the level after it
   */
  public record Step(String text, List<Person> holders) {

    public Step {
      holders = List.copyOf(holders);
    }
  }

  /** Writes down the steps while a level is worked out for one instant. */
  static final class Recorder implements Trace {

    private final LevelTimeline level;
    private final Team team;
    private final Instant at;
    private final List<Step> steps = new ArrayList<>();

    Recorder(LevelTimeline level, Team team, Instant at) {
      this.level = level;
      this.team = team;
      this.at = at;
    }

    @Override
    public void contributed(Lineup lineup) {
      List<Person> soFar = new ArrayList<>();
      for (int i = 0; i < level.layers().size(); i++) {
        LayerTurns turns = level.layers().get(i);
        int number = i + 1;
        Optional<Holder> holder =
            lineup.holders().stream()
                .filter(
                    h ->
                        h.why()
                            .fold(turn -> turn.layer() == number, standin -> false, event -> false))
                .findFirst();
        holder.ifPresent(h -> soFar.add(h.person()));
        String outcome =
            holder.map(h -> h.person().name() + " (" + h.why().text() + ")").orElse(absence(turns));
        steps.add(new Step("layer " + number + " (" + describe(turns) + "): " + outcome, soFar));
      }
      if (level.byCalendar()) {
        List<Person> people = people(lineup);
        steps.add(new Step("calendar: " + names(people, lineup.unknown()), people));
      }
    }

    @Override
    public void covered(Cover cover, boolean changed, Lineup lineup) {
      List<Person> people = people(lineup);
      String target = cover.scope().fold(s -> "for " + s.person(), () -> "of the slot");
      String outcome =
          changed
              ? names(people, lineup.unknown())
              : "changes nothing, because that person is not on call then";
      steps.add(
          new Step(
              "cover "
                  + cover.id()
                  + " ("
                  + cover.by()
                  + " "
                  + target
                  + ", made by "
                  + cover.createdBy()
                  + "): "
                  + outcome,
              people));
    }

    @Override
    public void yielded(Segment segment) {
      if (!segment.doubled().isEmpty()) {
        String doubled = names(segment.doubled(), List.of());
        steps.add(new Step(doubled + ": shown at a lower level already", segment.people()));
      }
    }

    Explanation explanation(Segment segment, LevelOnCall answer) {
      steps.add(new Step("so: " + names(segment.people(), segment.unknown()), segment.people()));
      return new Explanation(team, at, steps, answer);
    }

    private String absence(LayerTurns turns) {
      if (at.isBefore(turns.begin())) {
        return "not valid before " + turns.begin();
      }
      if (!at.isBefore(turns.end())) {
        return "not valid since " + turns.end();
      }
      return turns.isWithinHours(at) ? "stands there by an earlier layer already" : "off duty then";
    }

    private static String describe(LayerTurns turns) {
      Layer layer = turns.layer();
      Hours hours = layer.hours();
      LocalDateTime start = layer.start();
      return layer.rotation().phrase()
          + " from "
          + start
          + " "
          + layer.zone()
          + (hours == null ? "" : ", " + hours);
    }

    private static List<Person> people(Lineup lineup) {
      return lineup.holders().stream().map(Holder::person).toList();
    }

    private static String names(List<Person> people, List<String> unknown) {
      List<String> names = new ArrayList<>(people.stream().map(Person::name).toList());
      unknown.forEach(name -> names.add("unknown: " + name));
      return names.isEmpty() ? "nobody" : String.join(", ", names);
    }
  }
}
