package dev.amserr.discord;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the adapter may know and what it may not do. */
class ArchitectureTest {

  private static final JavaClasses ADAPTER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.amserr.discord");

  @Test
  void it_knows_commands_replies_and_posting_of_the_core_and_nothing_else_of_ours() {
    classes()
        .that()
        .resideInAPackage("dev.amserr.discord..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.amserr.discord..",
            "dev.amserr.command..",
            "dev.amserr.notify..",
            "net.dv8tion.jda.api..",
            "com.fasterxml.jackson..",
            "com.github.benmanes.caffeine..",
            "org.slf4j..",
            "org.jspecify..",
            "java..",
            "javax..")
        .check(ADAPTER);
  }

  @Test
  void rendering_knows_no_connection() {
    noClasses()
        .that()
        .resideInAPackage("dev.amserr.discord.render")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "dev.amserr.discord", "net.dv8tion.jda.api.requests..", "java.net.http..")
        .check(ADAPTER);
  }

  @Test
  void nothing_of_jda_that_is_internal_is_used() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAPackage("net.dv8tion.jda.internal..")
        .check(ADAPTER);
  }

  @Test
  void the_time_comes_from_a_clock_and_the_zone_from_outside() {
    Set<Class<?>> times =
        Set.of(
            Instant.class,
            LocalDate.class,
            LocalDateTime.class,
            OffsetDateTime.class,
            ZonedDateTime.class);
    for (Class<?> time : times) {
      noClasses().should().callMethod(time, "now").check(ADAPTER);
    }
    noClasses()
        .should()
        .callMethod(ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .check(ADAPTER);
  }
}
