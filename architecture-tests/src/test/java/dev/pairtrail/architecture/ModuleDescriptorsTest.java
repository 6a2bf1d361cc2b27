package dev.pairtrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.module.ModuleDescriptor;
import java.lang.module.ModuleFinder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * What each module requires, exports and opens is a text that a review sees change. Where this
 * fails and the change is meant, copy {@code target/module-descriptors.txt} over the golden file.
 */
final class ModuleDescriptorsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/module-descriptors.txt");
  private static final Path ACTUAL = Path.of("target/module-descriptors.txt");

  @Test
  void theDescriptorsAreTheGoldenOnes() throws IOException {
    String actual =
        Arrays.stream(PairtrailModules.values())
            .map(ModuleDescriptorsTest::describe)
            .collect(Collectors.joining("\n"));
    Files.writeString(ACTUAL, actual);
    assertThat(actual).isEqualTo(Files.readString(GOLDEN));
  }

  @Test
  void theDomainNeedsNothingAtRunTime() {
    assertThat(descriptor(PairtrailModules.DOMAIN).requires())
        .filteredOn(r -> !r.modifiers().contains(ModuleDescriptor.Requires.Modifier.STATIC))
        .extracting(ModuleDescriptor.Requires::name)
        .containsExactly("java.base");
  }

  private static ModuleDescriptor descriptor(PairtrailModules module) {
    return ModuleFinder.of(module.location()).findAll().iterator().next().descriptor();
  }

  private static String describe(PairtrailModules module) {
    ModuleDescriptor descriptor = descriptor(module);
    return Stream.of(
            Stream.of("module " + descriptor.name()),
            descriptor.requires().stream()
                .map(r -> "  requires " + words(r.modifiers()) + r.name())
                .sorted(),
            descriptor.exports().stream()
                .map(e -> "  exports " + e.source() + to(e.targets()))
                .sorted(),
            descriptor.opens().stream()
                .map(o -> "  opens " + o.source() + to(o.targets()))
                .sorted())
        .flatMap(lines -> lines)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String words(Set<ModuleDescriptor.Requires.Modifier> modifiers) {
    return modifiers.stream()
        .filter(m -> m != ModuleDescriptor.Requires.Modifier.MANDATED)
        .map(m -> m.name().toLowerCase(Locale.ROOT) + " ")
        .sorted()
        .collect(Collectors.joining());
  }

  private static String to(Set<String> targets) {
    return targets.isEmpty()
        ? ""
        : targets.stream().sorted().collect(Collectors.joining(", ", " to ", ""));
  }
}
