package dev.amserr.oncall;

import dev.amserr.time.Interval;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Who stands at a level while it is worked out: first the layers, then cover after cover. */
final class Lineup {

  private final Map<String, Person> roster;
  private final List<Holder> holders = new ArrayList<>(2);
  private final List<String> unknown = new ArrayList<>(0);

  /**
   * An empty line-up.
   *
   * @param roster everybody, by id
   */
  Lineup(Map<String, Person> roster) {
    this.roster = roster;
  }

  /** Adds what a layer or a calendar contributes. */
  void add(Contribution contribution) {
    contribution.fold(
        known -> indexOf(known.holder().person().id()) >= 0 || holders.add(known.holder()),
        stranger -> unknown.contains(stranger.name()) || unknown.add(stranger.name()));
  }

  /**
   * Lets somebody stand in.
   *
   * @return whether the cover applied to anybody
   */
  boolean apply(Cover cover) {
    return cover
        .scope()
        .fold(standing -> replaceOne(standing.person(), cover), () -> replaceAll(cover));
  }

  private boolean replaceOne(String person, Cover cover) {
    int index = indexOf(person);
    if (index < 0) {
      return false;
    }
    Holder replaced = holders.remove(index);
    standIn(index, cover, List.of(replaced));
    return true;
  }

  private boolean replaceAll(Cover cover) {
    List<Holder> replaced = List.copyOf(holders);
    holders.clear();
    unknown.clear();
    standIn(0, cover, replaced);
    return true;
  }

  private void standIn(int index, Cover cover, List<Holder> replaced) {
    Person by = roster.get(cover.by());
    if (by == null) {
      unknown.add(cover.by());
    } else if (indexOf(by.id()) < 0) {
      holders.add(index, new Holder(by, new Reason.Standin(cover, replaced)));
    }
  }

  /** Who stands there now. */
  List<Holder> holders() {
    return List.copyOf(holders);
  }

  List<String> unknown() {
    return List.copyOf(unknown);
  }

  Segment during(Interval time) {
    return new Segment(time, holders, List.of(), unknown);
  }

  private int indexOf(String person) {
    for (int i = 0; i < holders.size(); i++) {
      if (holders.get(i).person().id().equals(person)) {
        return i;
      }
    }
    return -1;
  }
}
