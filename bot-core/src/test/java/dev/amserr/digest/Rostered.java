package dev.amserr.digest;

/** A roster for tests: Ana, then Ben, a week each from Monday 09:00; nobody at night. */
final class Rostered {

  static final String WEEKLY =
      """
      people:
        ana: {name: Ana Ruiz, slack: U0000001}
        ben: {name: Ben Cole, slack: U0000002}
      defaultTeam: player
      teams:
        player:
          title: Player team
          zone: UTC
          levels:
            - name: primary
              layers: [{rotation: weekly, start: 2026-01-05T09:00, people: [ana, ben]}]
      """;

  static final String BY_DAY =
      """
      people:
        ana: {name: Ana Ruiz, slack: U0000001}
      defaultTeam: player
      teams:
        player:
          title: Player team
          zone: UTC
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
