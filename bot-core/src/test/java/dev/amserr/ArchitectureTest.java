package dev.amserr;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.TimeZone;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The package graph of the core and its conventions; packages to come are covered. */
class ArchitectureTest {

  /** From the bottom to the top: each may know those before it, none knows those after it. */
  private static final List<List<String>> LAYERS =
      List.of(
          List.of("text", "time", "storage"),
          List.of("yaml"),
          List.of("command", "notify"),
          List.of("errorcode"),
          List.of("oncall"),
          List.of("recurrence"),
          List.of("digest"));

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.amserr");

  static Stream<List<String>> layers() {
    return LAYERS.stream();
  }

  @ParameterizedTest
  @MethodSource("layers")
  void a_layer_knows_none_above_it(List<String> layer) {
    String[] above =
        LAYERS.subList(LAYERS.indexOf(layer) + 1, LAYERS.size()).stream()
            .flatMap(List::stream)
            .map(ArchitectureTest::packages)
            .toArray(String[]::new);
    ArchRule rule =
        noClasses()
            .that()
            .resideInAnyPackage(
                layer.stream().map(ArchitectureTest::packages).toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(above)
            .allowEmptyShould(true);

    rule.check(CORE);
  }

  @Test
  void every_package_stands_in_a_layer() {
    List<String> known =
        LAYERS.stream().flatMap(List::stream).map(name -> "dev.amserr." + name).toList();

    assertThat(packagesWithClasses())
        .allMatch(
            name -> known.stream().anyMatch(each -> (name + ".").startsWith(each + ".")),
            "in LAYERS");
  }

  @Test
  void features_have_no_cycles() {
    SlicesRuleDefinition.slices()
        .matching("dev.amserr.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CORE);
  }

  @Test
  void the_core_knows_no_transport_no_database_and_no_platform() {
    noClasses()
        .should()
        .dependOnClassesThat(
            resideInAnyPackage(
                "java.net.http..",
                "java.sql..",
                "javax.sql..",
                "net.dv8tion..",
                "com.slack..",
                "io.javalin..",
                "org.jdbi..",
                "org.quartz.."))
        .check(CORE);
  }

  @Test
  void time_comes_from_a_clock_and_zones_from_a_parameter() {
    noClasses()
        .should()
        .callMethodWhere(describe("now() without a clock", ArchitectureTest::isNowWithoutClock))
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Clock.class, "systemUTC")
        .orShould()
        .callMethod(Clock.class, "systemDefaultZone")
        .orShould()
        .callMethod(ZoneId.class, "systemDefault")
        .orShould()
        .callMethod(TimeZone.class, "getDefault")
        .check(CORE);
  }

  private static boolean isNowWithoutClock(JavaMethodCall call) {
    return call.getName().equals("now")
        && call.getTargetOwner().getPackageName().equals("java.time")
        && call.getTarget().getRawParameterTypes().stream()
            .noneMatch(type -> type.isEquivalentTo(Clock.class));
  }

  @Test
  void nobody_sleeps() {
    noClasses().should().callMethod(Thread.class, "sleep", long.class).check(CORE);
  }

  @Test
  void nobody_prints() {
    noClasses()
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CORE);
  }

  @Test
  void names_say_what_a_class_is() {
    noClasses()
        .should()
        .haveSimpleNameEndingWith("Util")
        .orShould()
        .haveSimpleNameEndingWith("Utils")
        .orShould()
        .haveSimpleNameEndingWith("Helper")
        .orShould()
        .haveSimpleNameEndingWith("Manager")
        .orShould()
        .haveSimpleNameEndingWith("Impl")
        .check(CORE);
  }

  @Test
  void nothing_static_changes() {
    fields()
        .that()
        .areStatic()
        .and(
            not(
                describe(
                    "synthetic", field -> field.getModifiers().contains(JavaModifier.SYNTHETIC))))
        .should()
        .beFinal()
        .check(CORE);
  }

  @Test
  void every_package_is_null_marked() {
    List<String> unmarked = new ArrayList<>();
    for (String name : packagesWithClasses()) {
      JavaPackage each = CORE.getPackage(name);
      if (!each.isAnnotatedWith(NullMarked.class)) {
        unmarked.add(name);
      }
    }

    assertThat(unmarked).isEmpty();
  }

  @Test
  void only_the_yaml_package_knows_its_parser() {
    classes()
        .that(not(resideInAPackage("dev.amserr.yaml..")))
        .should()
        .onlyDependOnClassesThat(not(resideInAPackage("org.yaml..")))
        .check(CORE);
  }

  private static List<String> packagesWithClasses() {
    return CORE.stream().map(JavaClass::getPackageName).distinct().sorted().toList();
  }

  private static String packages(String name) {
    return "dev.amserr." + name + "..";
  }
}
