package dev.pairtrail.benchmarks;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.javalin.Javalin;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.json.JavalinJackson3;
import java.util.function.BiFunction;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/** Serves {@code POST /v1/queues/{queue}/tickets} in the plainest way, on virtual threads. */
final class TicketServer {
  static final JsonMapper JSON =
      JsonMapper.builder()
          .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
          .changeDefaultPropertyInclusion(
              all -> all.withValueInclusion(JsonInclude.Include.NON_NULL))
          .build();

  private final BiFunction<String, TicketRequest, Ticket> makeTicket;

  private TicketServer(BiFunction<String, TicketRequest, Ticket> makeTicket) {
    this.makeTicket = makeTicket;
  }

  /**
   * Serves on a free port, which it prints, until the process ends.
   *
   * @param makeTicket from the queue and the request
   */
  static void run(BiFunction<String, TicketRequest, Ticket> makeTicket) {
    Javalin javalin = Javalin.create(new TicketServer(makeTicket)::configure).start();
    System.out.printf("serves http://127.0.0.1:%d%n", javalin.port());
  }

  private void configure(JavalinConfig config) {
    config.startup.showJavalinBanner = false;
    config.startup.showOldJavalinVersionWarning = false;
    config.concurrency.useVirtualThreads = true;
    config.jsonMapper(new JavalinJackson3(JSON, true));
    config.jetty.host = "127.0.0.1";
    config.jetty.port = 0;
    config.routes.post("/v1/queues/{queue}/tickets", this::enqueue);
  }

  private void enqueue(Context ctx) {
    TicketRequest request = ctx.bodyAsClass(TicketRequest.class);
    Ticket ticket = makeTicket.apply(ctx.pathParam("queue"), request);
    ctx.status(HttpStatus.CREATED);
    ctx.header("Location", "/v1/queues/" + ticket.queue() + "/tickets/" + ticket.id());
    ctx.json(ticket);
  }
}
