package dev.pairtrail.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Habits that a look at the text can check. */
final class SourceRulesTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final int MAX_LINES = 300;
  private static final int MAX_COLUMNS = 100;
  private static final Pattern SKIPS = Pattern.compile("@(Disabled|EnabledIf|DisabledIf)|assumeT");
  private static final Pattern SLEEPS = Pattern.compile("Thread\\.sleep|TimeUnit\\.\\w+\\.sleep");
  private static final Pattern MOCKS = Pattern.compile("import org\\.mockito|import io\\.mockk");

  @Test
  void thereAreSources() throws IOException {
    assertThat(sources("main")).hasSizeGreaterThan(100);
    assertThat(sources("test")).hasSizeGreaterThan(20);
  }

  @Test
  void noFileIsLongerThanOneCanHoldInMind() throws IOException {
    assertThat(all()).allSatisfy(file -> assertThat(lines(file)).hasSizeLessThan(MAX_LINES));
  }

  @Test
  void noLineIsWiderThanTheFormatterAllows() throws IOException {
    assertThat(all())
        .allSatisfy(file ->
            assertThat(lines(file))
                .filteredOn(line -> !line.startsWith("import "))
                .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(MAX_COLUMNS)));
  }

  @Test
  void noTestIsSkippedSleepsOrMocks() throws IOException {
    Path self = Path.of("SourceRulesTest.java");
    assertThat(sources("test").stream().filter(file -> !file.endsWith(self)))
        .allSatisfy(file ->
            assertThat(Files.readString(file))
                .doesNotContainPattern(SKIPS)
                .doesNotContainPattern(SLEEPS)
                .doesNotContainPattern(MOCKS));
  }

  private static List<Path> all() throws IOException {
    return Stream.concat(sources("main").stream(), sources("test").stream()).toList();
  }

  private static List<Path> sources(String kind) throws IOException {
    try (Stream<Path> files = Files.find(ROOT, 30, (file, _) -> isSource(file, kind))) {
      return files.toList();
    }
  }

  private static boolean isSource(Path file, String kind) {
    Path inside = ROOT.relativize(file);
    return file.toString().endsWith(".java")
        && inside.getNameCount() > 3
        && inside.getName(1).toString().equals("src")
        && inside.getName(2).toString().equals(kind);
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
