package dev.pairtrail.bootstrap;

import dev.pairtrail.adapters.archive.ExportException;
import dev.pairtrail.adapters.http.credentials.KeyRole;
import dev.pairtrail.application.StoreUnavailableException;
import dev.pairtrail.application.history.ImportRefusedException;
import dev.pairtrail.application.history.LogPoint;
import dev.pairtrail.domain.KeyName;
import dev.pairtrail.domain.TicketId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * The command {@code pairtrail}. Exit codes: 0 done, 1 the work itself failed, 2 bad usage or
 * configuration.
 */
@Command(
    name = "pairtrail",
    description = "Matchmaking with a paper trail.",
    mixinStandardHelpOptions = true,
    version = "pairtrail 0.1.0",
    subcommands = {
      ServeCommand.class,
      InspectCommand.class,
      ReplayCommand.class,
      VerifyCommand.class,
      SimulateCommand.class,
      TraceCommand.class,
      ExportCommand.class,
      ImportCommand.class,
      KeyCommand.class,
      FeedsCommand.class
    })
public final class Main implements Runnable {
  @Spec private CommandSpec spec;

  /** For picocli, which fills the fields. */
  @SuppressWarnings("NullAway.Init")
  Main() {}

  /** Runs the command and ends the process with its exit code. */
  public static void main(String[] args) {
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new Main())
        .registerConverter(LogPoint.class, by(LogPoint::parse))
        .registerConverter(TicketId.class, by(TicketId::new))
        .registerConverter(KeyName.class, by(KeyName::new))
        .registerConverter(KeyRole.class, by(KeyRole::named))
        .setParameterExceptionHandler((e, _) -> badUsage(e.getCommandLine(), e.getMessage()))
        .setExecutionExceptionHandler((e, commandLine, _) -> {
          return switch (e) {
            case ExportException bad -> badUsage(commandLine, bad.getMessage());
            case ImportRefusedException bad -> badUsage(commandLine, bad.getMessage());
            case BadConfigurationException bad -> badUsage(commandLine, bad.getMessage());
            case StoreUnavailableException away ->
                badUsage(commandLine, "the store does not answer: " + away.reason());
            default -> throw e;
          };
        });
  }

  /** With what is wrong with a text in words, and not by which exception and for which type. */
  private static <T> ITypeConverter<T> by(Function<String, T> reader) {
    return text -> {
      try {
        return reader.apply(text);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    };
  }

  private static int badUsage(CommandLine commandLine, @Nullable String message) {
    commandLine.getErr().println("pairtrail: " + message);
    return CommandLine.ExitCode.USAGE;
  }

  @Override
  public void run() {
    throw new ParameterException(
        spec.commandLine(), "name a command, such as serve; --help lists them");
  }
}
