package dev.pairtrail.architecture;

import dev.pairtrail.adapters.archive.FolderArchive;
import dev.pairtrail.adapters.http.HttpServer;
import dev.pairtrail.adapters.memory.MemoryEventStore;
import dev.pairtrail.adapters.openskill.OpenSkillRatings;
import dev.pairtrail.adapters.redis.RedisEventStore;
import dev.pairtrail.application.Pairtrail;
import dev.pairtrail.bootstrap.Main;
import dev.pairtrail.domain.Position;
import dev.pairtrail.format.EntryCodec;
import dev.pairtrail.portcontracts.EventStoreContract;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/** The modules, each by a class of its own, so that a rule cannot guard a package that is gone. */
enum PairtrailModules {
  DOMAIN(Position.class),
  STORED_FORMAT(EntryCodec.class),
  APPLICATION(Pairtrail.class),
  PORT_CONTRACTS(EventStoreContract.class),
  ADAPTERS_MEMORY(MemoryEventStore.class),
  ADAPTERS_ARCHIVE(FolderArchive.class),
  ADAPTERS_REDIS(RedisEventStore.class),
  ADAPTERS_OPENSKILL(OpenSkillRatings.class),
  ADAPTERS_HTTP(HttpServer.class),
  BOOTSTRAP(Main.class);

  static final List<PairtrailModules> ADAPTERS =
      List.of(ADAPTERS_MEMORY, ADAPTERS_ARCHIVE, ADAPTERS_REDIS, ADAPTERS_OPENSKILL, ADAPTERS_HTTP);

  private final Class<?> root;

  PairtrailModules(Class<?> root) {
    this.root = root;
  }

  /** All packages of the module, as ArchUnit writes it. */
  String packages() {
    return rootPackage() + "..";
  }

  String rootPackage() {
    return root.getPackageName();
  }

  /** The jar or the folder of classes. */
  Path location() {
    try {
      return Path.of(root.getProtectionDomain().getCodeSource().getLocation().toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
