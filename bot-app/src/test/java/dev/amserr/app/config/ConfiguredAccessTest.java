package dev.amserr.app.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.amserr.command.AccessRule;
import dev.amserr.command.AccessRules.Denied;
import dev.amserr.command.AccessRules.Permitted;
import dev.amserr.command.Actor;
import dev.amserr.oncall.Person;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ConfiguredAccessTest {

  private static final Person ANA = new Person("ana", "Ana", null, "11", "U1", "");
  private static final Person BEN = new Person("ben", "Ben", null, "12", "U2", "");

  private static final Actor ANA_ON_DISCORD = new Actor("discord", "11", "Ana", Set.of());
  private static final Actor BEN_ON_SLACK = new Actor("slack", "U2", "Ben", Set.of());
  private static final Actor STRANGER = new Actor("discord", "99", "Somebody", Set.of("500"));

  @Test
  void operators_may_do_everything() {
    ConfiguredAccess access = access("access: {operators: {discord: ['11'], slack: [U2]}}");

    for (AccessRule rule :
        new AccessRule[] {
          AccessRule.operator(), AccessRule.rosterMember(), AccessRule.role("any")
        }) {
      assertThat(access.decide(rule, ANA_ON_DISCORD)).isEqualTo(new Permitted());
      assertThat(access.decide(rule, BEN_ON_SLACK)).isEqualTo(new Permitted());
      assertThat(access.decide(rule, STRANGER)).isInstanceOf(Denied.class);
    }
  }

  @Test
  void the_id_of_one_platform_does_not_count_on_another() {
    ConfiguredAccess access = access("access: {operators: {discord: ['11']}}");
    Actor sameIdOnSlack = new Actor("slack", ANA_ON_DISCORD.id(), "Ana", Set.of());

    assertThat(access.decide(AccessRule.operator(), ANA_ON_DISCORD)).isEqualTo(new Permitted());
    assertThat(access.decide(AccessRule.operator(), sameIdOnSlack)).isInstanceOf(Denied.class);
  }

  @Test
  void people_of_the_rosters_are_known_by_their_accounts() {
    ConfiguredAccess access = access("");

    assertThat(access.decide(AccessRule.rosterMember(), ANA_ON_DISCORD)).isEqualTo(new Permitted());
    assertThat(access.decide(AccessRule.rosterMember(), STRANGER))
        .isEqualTo(
            new Denied(
                "Only people of the on-call rosters may do that. If you are one, ask for your"
                    + " discord id 99 to be put into oncall.yaml."));
  }

  @Test
  void a_role_that_nobody_configured_is_held_by_operators_alone() {
    ConfiguredAccess access = access("");

    assertThat(access.decide(AccessRule.role("lead"), ANA_ON_DISCORD))
        .isEqualTo(
            new Denied(
                "Only people with the role lead may do that. access.roles in amserr.yaml names"
                    + " them; if you should be one, ask for your discord id 11 to be added."));
    assertThat(access.decide(AccessRule.role("lead"), console())).isEqualTo(new Permitted());
  }

  @Test
  void a_role_is_held_by_whom_it_names() {
    ConfiguredAccess access =
        access(
            """
            access:
              roles:
                all: {everyone: true}
                team: {roster: true}
                some: {discord: ["500"], slack: [U2]}
            """);

    assertThat(access.decide(AccessRule.role("all"), STRANGER)).isEqualTo(new Permitted());
    assertThat(access.decide(AccessRule.role("team"), STRANGER)).isInstanceOf(Denied.class);
    assertThat(access.decide(AccessRule.role("team"), BEN_ON_SLACK)).isEqualTo(new Permitted());
    assertThat(access.decide(AccessRule.role("some"), STRANGER)).isEqualTo(new Permitted());
    assertThat(access.decide(AccessRule.role("some"), BEN_ON_SLACK)).isEqualTo(new Permitted());
    assertThat(access.decide(AccessRule.role("some"), ANA_ON_DISCORD)).isInstanceOf(Denied.class);
  }

  @Test
  void the_console_is_an_operator_unless_it_acts_as_somebody() {
    ConfiguredAccess asNobody = access("");
    ConfiguredAccess asAna =
        new ConfiguredAccess(() -> Configs.settings("").access(), actor -> Optional.of(ANA));

    assertThat(asNobody.decide(AccessRule.operator(), console())).isEqualTo(new Permitted());
    assertThat(asAna.decide(AccessRule.operator(), console())).isInstanceOf(Denied.class);
    assertThat(asAna.decide(AccessRule.rosterMember(), console())).isEqualTo(new Permitted());
  }

  @Test
  void a_console_that_acts_as_somebody_who_left_the_rosters_is_no_operator() {
    Actor gone = new Actor("console", "zoe", "console", Set.of());

    assertThat(access("").decide(AccessRule.operator(), gone)).isInstanceOf(Denied.class);
    assertThat(access("").decide(AccessRule.operator(), console())).isEqualTo(new Permitted());
  }

  private static Actor console() {
    return new Actor("console", "console", "console", Set.of());
  }

  private static ConfiguredAccess access(String settings) {
    AccessSettings access = Configs.settings(settings).access();
    return new ConfiguredAccess(
        () -> access,
        actor ->
            switch (actor.id()) {
              case "11" -> Optional.of(ANA);
              case "U2" -> Optional.of(BEN);
              default -> Optional.empty();
            });
  }
}
