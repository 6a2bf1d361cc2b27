package dev.pairtrail.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.pairtrail.adapters.http.HttpServer;
import dev.pairtrail.adapters.http.HttpSettings;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.adapters.openskill.OpenSkillRatings;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Pairtrail;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.domain.QueueName;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;

/** The wiring of a server, made at compile time. */
@Singleton
@Component(modules = Program.Wiring.class)
interface Program {
  EventStore store();

  Pairtrail pairtrail();

  HttpServer http();

  @Component.Factory
  interface Factory {
    Program of(@BindsInstance ServeSettings settings);
  }

  @Module
  interface Wiring {
    @Provides
    @Singleton
    static EventStore store(ServeSettings settings) {
      return switch (settings.store()) {
        case StoreChoice.Memory() -> new MemoryEventStore(InstantSource.system());
        case StoreChoice.Redis redis -> redis(redis, settings.redisKeys());
      };
    }

    private static RedisEventStore redis(StoreChoice.Redis redis, Map<QueueName, String> keys) {
      return new RedisEventStore(
          redis.uri(),
          queue -> keys.getOrDefault(queue, RedisEventStore.defaultKey(queue)),
          redis.durability());
    }

    @Provides
    @Singleton
    static Pairtrail pairtrail(ServeSettings settings, EventStore store) {
      return new Pairtrail(
          settings.queues(),
          new Environment(
              store,
              new TimeOrderedIds(),
              InstantSource.system(),
              Settings.defaults().with(settings.workers()),
              settings.instance(),
              settings.retention(),
              new OpenSkillRatings()));
    }

    @Provides
    @Singleton
    static HttpServer http(ServeSettings settings, Pairtrail pairtrail) {
      return new HttpServer(pairtrail, HttpSettings.on(settings.host(), settings.port()));
    }
  }
}
