package dev.amserr.oncall;

/**
 * On-call as it is at this moment: the rosters in force, the covers, the calendars. What chat,
 * posts, API, feeds and metrics ask. For any number of threads.
 */
public final class LiveOnCall {

  /** What follows from one state of the rosters. */
  private record Edition(OnCallResolver resolver, OwnershipRules ownership) {

    static Edition of(Rosters rosters) {
      return new Edition(new OnCallResolver(rosters), new OwnershipRules(rosters));
    }
  }

  private volatile Edition edition;
  private final CoverSource covers;
  private final Calendars calendars;

  public LiveOnCall(Rosters rosters, CoverSource covers, Calendars calendars) {
    this.edition = Edition.of(rosters);
    this.covers = covers;
    this.calendars = calendars;
  }

  /** Puts other rosters in force, such as after a reload. */
  public void use(Rosters rosters) {
    edition = Edition.of(rosters);
  }

  /** The state to answer one question from; a reload in between does not touch it. */
  public OnCallState state() {
    Edition now = edition;
    return new OnCallState(now.resolver(), now.ownership(), covers, calendars);
  }
}
