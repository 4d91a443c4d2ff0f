package dev.amserr.digest;

/** Rosters for tests. Each begins with its people and a team that owns everything. */
final class Rostered {

  /** Ana, and a team that does not say yet who is on call. */
  static final String ANA =
      """
      people:
        ana: {name: Ana Ruiz, slack: U0000001}
      defaultTeam: player
      teams:
        player:
          title: Player team
          zone: UTC
      """;

  /** The same with Ben. */
  static final String ANA_AND_BEN =
      ANA.replace("defaultTeam", "  ben: {name: Ben Cole, slack: U0000002}\ndefaultTeam");

  /** Ana, then Ben, a week each from Monday 09:00. */
  static final String WEEKLY =
      ANA_AND_BEN
          + """
              levels:
                - name: primary
                  layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana, ben]}]
          """;

  /** Ana; nobody at night. */
  static final String BY_DAY =
      ANA
          + """
              levels:
                - name: primary
                  layers:
                    - rotation: weekly
                      start: 2026-01-05T09:00
                      people: [ana]
                      hours: {days: [MON, TUE, WED, THU, FRI, SAT, SUN], from: "09:00", to: "18:00"}
          """;

  private Rostered() {}
}
