package dev.pairtrail.bootstrap;

import java.io.IOException;
import java.nio.charset.MalformedInputException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/**
 * What is wrong with a YAML file before anybody asks what its keys mean: a key that is there twice,
 * of which only one would count, or one with nothing below it, which would not count at all.
 */
final class YamlCheck {
  private final List<String> problems;

  private YamlCheck(List<String> problems) {
    this.problems = problems;
  }

  /**
   * Notes keys with nothing below them.
   *
   * @throws RuntimeException if it is no YAML, or has a key twice
   */
  static void check(String yaml, List<String> problems) {
    LoaderOptions options = new LoaderOptions();
    options.setAllowDuplicateKeys(false);
    Object read = new Yaml(new SafeConstructor(options)).load(yaml);
    if (read instanceof Map<?, ?> keys) {
      new YamlCheck(problems).keys("", keys);
    }
  }

  /**
   * What a file says, read once, as it may be a pipe.
   *
   * @throws IOException if it is no text in UTF-8, or cannot be read
   */
  static String text(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new IOException("it is a folder");
    }
    try {
      return Files.readString(file);
    } catch (MalformedInputException e) {
      throw new IOException("it is no text in UTF-8", e);
    }
  }

  private void keys(String above, Map<?, ?> keys) {
    keys.forEach((key, value) -> value(above + key, value));
  }

  private void value(String path, @Nullable Object value) {
    switch (value) {
      case null -> problems.add(path + ": says nothing");
      case Map<?, ?> keys when keys.isEmpty() -> problems.add(path + ": says nothing");
      case Map<?, ?> keys -> keys(path + ".", keys);
      case List<?> items -> {
        for (int i = 0; i < items.size(); i++) {
          value("%s[%d]".formatted(path, i), items.get(i));
        }
      }
      default -> {}
    }
  }
}
