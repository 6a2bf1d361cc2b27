package dev.pairtrail.adapters.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.pairtrail.application.port.AppendResult;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisConnectionException;
import io.lettuce.core.RedisException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Each failure means one thing. */
final class FailuresTest {
  @Test
  void anErrorReplyToAnAppendIsASureRefusal() {
    assertThat(
            List.of(
                "READONLY You can't write against a read only replica.",
                "LOADING Redis is loading the dataset in memory",
                "MASTERDOWN Link with MASTER is down",
                "CLUSTERDOWN The cluster is down",
                "MOVED 3999 127.0.0.1:6381",
                "ASK 3999 127.0.0.1:6381",
                "TRYAGAIN Multiple keys request during rehashing of slot",
                "NOREPLICAS Not enough good replicas to write.",
                "OOM command not allowed when used memory > 'maxmemory'."))
        .extracting(reply -> Failures.ofAppend(error(reply)))
        .hasOnlyElementsOfType(AppendResult.Refused.class);
  }

  @Test
  void whatWasNeverSentIsASureRefusalToo() {
    assertThat(Failures.ofAppend(new RedisConnectionException("refused")))
        .isInstanceOf(AppendResult.Refused.class);
    assertThat(Failures.ofAppend(new RedisException(Failures.NOT_SENT + ". Rejected.")))
        .isInstanceOf(AppendResult.Refused.class);
  }

  @Test
  void withoutAReplyOrAConfirmationNobodyCanTell() {
    assertThat(Failures.ofAppend(new RedisCommandTimeoutException("3 s")))
        .isInstanceOf(AppendResult.Unknown.class);
    assertThat(Failures.ofAppend(new RedisException("Connection closed")))
        .isInstanceOf(AppendResult.Unknown.class);
    assertThat(Failures.ofAppend(new UnconfirmedException("0 of 1", null)))
        .isInstanceOf(AppendResult.Unknown.class);
  }

  @Test
  void theWrongServerAndASilentOneCallForAnotherConnection() {
    assertThat(calls(error("READONLY no"))).isTrue();
    assertThat(calls(error("LOADING no"))).isTrue();
    assertThat(calls(error("MASTERDOWN no"))).isTrue();
    assertThat(calls(new RedisCommandTimeoutException("3 s"))).isTrue();
    assertThat(calls(error("OOM no"))).isFalse();
    assertThat(calls(error("CLUSTERDOWN no"))).isFalse();
  }

  @Test
  void aWaitThatTheServerEndedMayHaveLostItsGroup() {
    assertThat(Failures.isGroupMissing(error("NOGROUP No such key"))).isTrue();
    assertThat(Failures.isGroupMissing(error("UNBLOCKED the stream is gone"))).isTrue();
    assertThat(Failures.isGroupMissing(error("READONLY no"))).isFalse();
  }

  private static boolean calls(RedisException failure) {
    return Failures.callsForAnotherConnection(failure);
  }

  private static RedisException error(String reply) {
    return new RedisCommandExecutionException(reply);
  }
}
