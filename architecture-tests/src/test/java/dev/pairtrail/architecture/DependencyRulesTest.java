package dev.pairtrail.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static dev.pairtrail.architecture.PairtrailModules.ADAPTERS;
import static dev.pairtrail.architecture.PairtrailModules.APPLICATION;
import static dev.pairtrail.architecture.PairtrailModules.BOOTSTRAP;
import static dev.pairtrail.architecture.PairtrailModules.DOMAIN;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.pairtrail.application.port.EventStore;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the compiler does not see. */
final class DependencyRulesTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(
              Arrays.stream(PairtrailModules.values())
                  .map(PairtrailModules::rootPackage)
                  .toArray(String[]::new));

  /** A rule over nothing holds, so there must be something in each module. */
  @ParameterizedTest
  @EnumSource
  void everyModuleHasClasses(PairtrailModules module) {
    String name = module.rootPackage();
    assertThat(CLASSES.stream().filter(c -> c.getPackageName().startsWith(name)).count())
        .isGreaterThan(1);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ALL, names = "ADAPTERS_.*")
  void noAdapterKnowsAnother(PairtrailModules adapter) {
    String[] others =
        ADAPTERS.stream()
            .filter(other -> other != adapter)
            .map(PairtrailModules::packages)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(adapter.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(others)
        .check(CLASSES);
  }

  @Test
  void dependenciesPointInward() {
    String[] outer =
        Stream.concat(Stream.of(APPLICATION, BOOTSTRAP), ADAPTERS.stream())
            .map(PairtrailModules::packages)
            .toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(DOMAIN.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(outer)
        .check(CLASSES);
    noClasses()
        .that()
        .resideInAPackage(APPLICATION.packages())
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(Arrays.copyOfRange(outer, 1, outer.length))
        .check(CLASSES);
  }

  @Test
  void theDomainKnowsNoClockNoRandomAndNoThread() {
    noClasses()
        .that()
        .resideInAPackage(DOMAIN.packages())
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(Clock.class, Random.class, Thread.class)
        .orShould()
        .callMethod(UUID.class, "randomUUID")
        .orShould()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(Math.class, "random")
        .check(CLASSES);
  }

  @Test
  void theApplicationIsGivenItsTime() {
    noClasses()
        .that()
        .resideInAPackage(APPLICATION.packages())
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(LocalDateTime.class, "now")
        .orShould()
        .callMethod(ZonedDateTime.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void portsKnowNoTechnology() {
    noClasses()
        .that()
        .resideInAPackage(EventStore.class.getPackageName())
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(
            "java..", DOMAIN.packages(), APPLICATION.packages(), "org.jspecify..")
        .check(CLASSES);
  }

  /** The application knows what a rating system is, and nobody but the program which one. */
  @Test
  void onlyTheProgramKnowsTheRatingSystem() {
    noClasses()
        .that()
        .resideOutsideOfPackages(
            PairtrailModules.ADAPTERS_OPENSKILL.packages(), BOOTSTRAP.packages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(PairtrailModules.ADAPTERS_OPENSKILL.packages())
        .check(CLASSES);
  }

  @Test
  void theRatingSystemKnowsTheDomainAlone() {
    noClasses()
        .that()
        .resideInAPackage(PairtrailModules.ADAPTERS_OPENSKILL.packages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(APPLICATION.packages())
        .check(CLASSES);
  }

  @Test
  void httpSeesUseCasesAndNoPort() {
    noClasses()
        .that()
        .resideInAPackage(PairtrailModules.ADAPTERS_HTTP.packages())
        .should()
        .dependOnClassesThat()
        .resideInAPackage(EventStore.class.getPackageName())
        .check(CLASSES);
  }
}
