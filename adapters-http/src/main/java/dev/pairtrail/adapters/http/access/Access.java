package dev.pairtrail.adapters.http.access;

import dev.pairtrail.adapters.http.credentials.Caller;
import dev.pairtrail.adapters.http.credentials.KeyRole;
import dev.pairtrail.adapters.http.problem.Problems;
import dev.pairtrail.adapters.http.problem.RefusedException;
import dev.pairtrail.adapters.http.request.PathIds;
import io.javalin.http.Context;
import io.javalin.security.RouteRole;
import java.util.List;

/** Who may use a route, where credentials are configured; operators all, game servers most. */
public enum Access implements RouteRole {
  /** Whoever asks, without a credential. */
  OPEN,
  /** The player whom the path names, and game servers. */
  NAMED_PLAYER,
  /** Players too; the handler looks whether what they ask for is theirs. */
  OWNERS,
  /** Game servers. */
  SERVERS,
  /** Operators alone. */
  OPERATORS;

  /**
   * Lets a caller pass.
   *
   * @throws RefusedException if this is not for the caller
   */
  void admit(Caller caller, Context ctx) {
    switch (caller) {
      case Caller.Anybody _ -> {}
      case Caller.Holder holder -> admit(holder);
      case Caller.Player player -> admit(player, ctx);
    }
  }

  private static RefusedException needs(String whose) {
    return new RefusedException(Problems.forbidden("This takes the key of " + whose + "."));
  }

  private void admit(Caller.Holder holder) {
    if (this == OPERATORS && holder.role() != KeyRole.OPERATOR) {
      throw needs("an operator");
    }
  }

  private void admit(Caller.Player player, Context ctx) {
    switch (this) {
      case OPEN, OWNERS -> {}
      case NAMED_PLAYER -> player.requireOneOf(List.of(PathIds.player(ctx)));
      case SERVERS -> throw needs("a game server");
      case OPERATORS -> throw needs("an operator");
    }
  }
}
