package dev.pairtrail.adapters.http.request;

import dev.pairtrail.adapters.http.problem.Fault;
import dev.pairtrail.adapters.http.problem.Problem;
import dev.pairtrail.adapters.http.problem.RefusedException;
import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/** The query parameters of a request, and what is wrong with them. */
public final class Parameters {
  private final Context ctx;
  private final List<Fault> faults = new ArrayList<>();

  public Parameters(Context ctx) {
    this.ctx = ctx;
  }

  /** What a parameter says, if it is given and the reader takes it. */
  public <T> Optional<T> read(String name, Function<String, T> reader) {
    List<T> read = new ArrayList<>(1);
    List<String> given = ctx.queryParams(name);
    if (given.size() > 1) {
      faults.add(Fault.parameter(name, "is given more than once"));
    } else {
      given.forEach(text -> take(name, text, one -> read.add(reader.apply(one))));
    }
    return read.stream().findFirst();
  }

  /** Gives the reader each value of a parameter that may be repeated or hold several, by commas. */
  void readEach(String name, Consumer<String> reader) {
    ctx.queryParams(name).stream()
        .flatMap(text -> Arrays.stream(text.split(",")))
        .forEach(text -> take(name, text.strip(), reader));
  }

  private void take(String name, String text, Consumer<String> reader) {
    try {
      reader.accept(text);
    } catch (IllegalArgumentException e) {
      faults.add(Fault.parameter(name, String.valueOf(e.getMessage())));
    }
  }

  /** Notes what is wrong with a parameter. */
  void refuse(String name, String why) {
    faults.add(Fault.parameter(name, why));
  }

  /**
   * Ends the reading.
   *
   * @throws RefusedException if anything was wrong
   */
  public void refuseFaults() {
    if (!faults.isEmpty()) {
      throw new RefusedException(Problem.invalid(faults));
    }
  }
}
