package dev.pairtrail.bootstrap;

import dagger.BindsInstance;
import dagger.Component;
import dagger.Module;
import dagger.Provides;
import dev.pairtrail.adapters.http.HttpServer;
import dev.pairtrail.adapters.http.HttpSettings;
import dev.pairtrail.adapters.openskill.OpenSkillRatings;
import dev.pairtrail.application.Environment;
import dev.pairtrail.application.Pairtrail;
import dev.pairtrail.application.Settings;
import dev.pairtrail.application.port.EventStore;
import dev.pairtrail.format.CloudEvents;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Optional;

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
      return Stores.open(settings.store(), settings.redisKeys());
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
              Settings.defaults().with(settings.workers()).with(settings.feeds()),
              settings.instance(),
              settings.retention(),
              new OpenSkillRatings(),
              Optional.of(CloudEvents::line)));
    }

    @Provides
    @Singleton
    static HttpServer http(ServeSettings settings, Pairtrail pairtrail) {
      return new HttpServer(
          pairtrail, HttpSettings.on(settings.host(), settings.port()), settings.credentials());
    }
  }
}
