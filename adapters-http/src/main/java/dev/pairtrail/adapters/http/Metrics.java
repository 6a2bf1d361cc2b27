package dev.pairtrail.adapters.http;

import dev.pairtrail.application.QueueMeasures;
import dev.pairtrail.application.Queues;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.queue.Count;
import io.javalin.http.Context;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.ToDoubleFunction;

/**
 * What this instance can be measured by, as Prometheus text. The queues are asked once for each
 * scrape, so that its figures belong together. Thread-safe.
 */
final class Metrics implements AutoCloseable {
  private static final String QUEUE = "queue";

  private final Queues queues;
  private final PrometheusMeterRegistry registry =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final JvmGcMetrics garbageCollection = new JvmGcMetrics();
  private final Map<QueueName, QueueMeasures> measured = new ConcurrentHashMap<>();

  Metrics(Queues queues) {
    this.queues = queues;
    garbageCollection.bindTo(registry);
    new JvmMemoryMetrics().bindTo(registry);
    new JvmThreadMetrics().bindTo(registry);
    new ProcessorMetrics().bindTo(registry);
    new UptimeMetrics().bindTo(registry);
  }

  void scrape(Context ctx) {
    queues.measures().forEach(this::measure);
    ctx.contentType("text/plain; version=0.0.4; charset=utf-8").result(registry.scrape());
  }

  private void measure(QueueMeasures measures) {
    if (measured.put(measures.queue(), measures) == null) {
      register(measures.queue());
    }
  }

  private void register(QueueName queue) {
    gauge(queue, "pairtrail.tickets.waiting", "Tickets that wait", QueueMeasures::waiting);
    gauge(queue, "pairtrail.rooms.open", "Open rooms", QueueMeasures::openRooms);
    for (Count count : Count.values()) {
      String name = "pairtrail.log." + count.name().toLowerCase(Locale.ROOT).replace('_', '.');
      counter(queue, name, "In the log, from its first entry on", m -> m.counts().get(count));
    }
    counter(queue, "pairtrail.commits", "Appends that landed", m -> m.commits().landed());
    counter(queue, "pairtrail.commits.events", "Events in them", m -> m.commits().events());
    counter(
        queue,
        "pairtrail.commits.conflicts",
        "Appends decided anew as another writer came first",
        m -> m.commits().conflicts());
    counter(
        queue,
        "pairtrail.commits.unknown",
        "Appends without an answer, tried again",
        m -> m.commits().unknown());
    counter(
        queue,
        "pairtrail.commits.refused",
        "Appends that the store refused",
        m -> m.commits().refused());
    counter(
        queue,
        "pairtrail.log.losses",
        "How often the log turned out to have lost entries",
        QueueMeasures::losses);
  }

  private void gauge(
      QueueName queue, String name, String help, ToDoubleFunction<QueueMeasures> of) {
    Gauge.builder(name, measured, all -> value(all, queue, of))
        .description(help)
        .tag(QUEUE, queue.value())
        .register(registry);
  }

  private void counter(
      QueueName queue, String name, String help, ToDoubleFunction<QueueMeasures> of) {
    FunctionCounter.builder(name, measured, all -> value(all, queue, of))
        .description(help)
        .tag(QUEUE, queue.value())
        .register(registry);
  }

  private static double value(
      Map<QueueName, QueueMeasures> all, QueueName queue, ToDoubleFunction<QueueMeasures> of) {
    QueueMeasures measures = all.get(queue);
    return measures == null ? 0 : of.applyAsDouble(measures);
  }

  @Override
  public void close() {
    garbageCollection.close();
    registry.close();
  }
}
