package dev.pairtrail.format;

import dev.pairtrail.domain.Head;
import dev.pairtrail.domain.PlayerId;
import dev.pairtrail.domain.Position;
import dev.pairtrail.domain.QueueName;
import dev.pairtrail.domain.RoomId;
import dev.pairtrail.domain.Tag;
import dev.pairtrail.domain.TicketId;
import dev.pairtrail.domain.queue.ActiveRules;
import dev.pairtrail.domain.queue.Count;
import dev.pairtrail.domain.queue.DiscardedLetter;
import dev.pairtrail.domain.queue.QueueSnapshot;
import dev.pairtrail.domain.queue.QueueSnapshot.OfRooms;
import dev.pairtrail.domain.queue.QueueSnapshot.OfTickets;
import dev.pairtrail.domain.queue.Seal;
import dev.pairtrail.domain.queue.Ticket;
import java.util.AbstractList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Between snapshots and their stored form, in which the same state always has the same bytes. */
final class SnapshotMapping {
  private SnapshotMapping() {}

  static StoredSnapshot stored(QueueSnapshot snapshot) {
    OfTickets tickets = snapshot.tickets();
    OfRooms rooms = snapshot.rooms();
    List<Ticket> live =
        tickets.live().values().stream()
            .sorted(Comparator.comparing(Ticket::position).thenComparing(Ticket::id))
            .toList();
    return new StoredSnapshot(
        snapshot.queue().value(),
        snapshot.head().position().toString(),
        snapshot.head().revision(),
        new StoredSnapshot.Rules(
            snapshot.rules().version(), RuleSetMapping.stored(snapshot.rules().rules())),
        counts(snapshot.counts()),
        mapped(live, SnapshotTicketMapping::stored),
        mapped(tickets.ended(), SnapshotTicketMapping::stored),
        texts(tickets.engaged()),
        requests(tickets),
        mapped(rooms.open(), SnapshotRoomMapping::stored),
        rooms.complete().stream().map(RoomId::value).toList(),
        mapped(rooms.ended(), SnapshotRoomMapping::stored),
        mapped(snapshot.backfills(), SnapshotGameMapping::stored),
        SnapshotGameMapping.stored(snapshot.ratings()),
        letters(snapshot.discarded()),
        snapshot.seal().map(SnapshotMapping::stored).orElse(null));
  }

  /** Each is made when it is written: together they would be as large as the state itself. */
  private static <A, B> List<B> mapped(List<A> list, Function<A, B> mapping) {
    return new AbstractList<>() {
      @Override
      public B get(int index) {
        return mapping.apply(list.get(index));
      }

      @Override
      public int size() {
        return list.size();
      }
    };
  }

  private static Map<String, Long> counts(Map<Count, Long> counts) {
    Map<String, Long> stored = new TreeMap<>();
    counts.forEach((count, number) -> stored.put(SnapshotNames.of(count), number));
    return stored;
  }

  private static Map<String, String> texts(Map<PlayerId, TicketId> engaged) {
    Map<String, String> texts = new TreeMap<>();
    engaged.forEach((player, ticket) -> texts.put(player.value(), ticket.value()));
    return texts;
  }

  /** What the tickets do not say of themselves; mostly nothing. */
  private static Map<String, @Nullable String> requests(OfTickets tickets) {
    Map<String, @Nullable String> odd = new TreeMap<>();
    Map<Tag, TicketId> said = said(tickets.ended(), tickets.live());
    said.forEach((tag, ticket) -> {
      if (!tickets.requests().containsKey(tag)) {
        odd.put(tag.text(), null);
      }
    });
    tickets
        .requests()
        .forEach((tag, ticket) -> {
          if (!ticket.equals(said.get(tag))) {
            odd.put(tag.text(), ticket.value());
          }
        });
    return odd;
  }

  /** What the tickets say; where two name one request, it is in the odd ones if need be. */
  private static Map<Tag, TicketId> said(List<Ticket> ended, Map<TicketId, Ticket> live) {
    Map<Tag, TicketId> said = new HashMap<>();
    ended.forEach(ticket -> ticket.request().ifPresent(tag -> said.put(tag, ticket.id())));
    live.values().stream()
        .sorted(Comparator.comparing(Ticket::position).thenComparing(Ticket::id))
        .forEach(ticket -> ticket.request().ifPresent(tag -> said.put(tag, ticket.id())));
    return said;
  }

  private static StoredSnapshot.Sealed stored(Seal seal) {
    return new StoredSnapshot.Sealed(
        seal.through().toString(),
        seal.sha256(),
        seal.at().position().toString(),
        seal.at().revision());
  }

  private static Seal domain(StoredSnapshot.Sealed stored) {
    return new Seal(
        Position.parse(stored.through()),
        stored.sha256(),
        new Head(Position.parse(stored.position()), stored.revision()));
  }

  private static @Nullable List<StoredSnapshot.Letter> letters(List<DiscardedLetter> discarded) {
    return discarded.isEmpty()
        ? null
        : discarded.stream()
            .map(it -> new StoredSnapshot.Letter(it.entry().toString(), it.group()))
            .toList();
  }

  private static List<DiscardedLetter> discarded(@Nullable List<StoredSnapshot.Letter> stored) {
    return stored == null
        ? List.of()
        : stored.stream()
            .map(it -> new DiscardedLetter(Position.parse(it.entryPosition()), it.group()))
            .toList();
  }

  static QueueSnapshot domain(StoredSnapshot stored) {
    return new QueueSnapshot(
        new QueueName(stored.queue()),
        new Head(Position.parse(stored.position()), stored.revision()),
        new ActiveRules(stored.rules().version(), RuleSetMapping.domain(stored.rules().rules())),
        domainCounts(stored.counts()),
        tickets(stored),
        new OfRooms(
            stored.openRooms().stream().map(SnapshotRoomMapping::domain).toList(),
            stored.completeRooms().stream().map(RoomId::new).toList(),
            stored.endedRooms().stream().map(SnapshotRoomMapping::domain).toList()),
        SnapshotGameMapping.backfills(stored.backfills()),
        SnapshotGameMapping.ratings(stored.ratings()),
        discarded(stored.discardedLetters()),
        Optional.ofNullable(stored.seal()).map(SnapshotMapping::domain));
  }

  /** A count that this version does not know would be lost, so it is refused. */
  private static Map<Count, Long> domainCounts(Map<String, Long> stored) {
    Map<Count, Long> counts = new EnumMap<>(Count.class);
    stored.forEach((name, number) -> counts.put(SnapshotNames.named(Count.class, name), number));
    return counts;
  }

  private static OfTickets tickets(StoredSnapshot stored) {
    Map<TicketId, Ticket> live =
        stored.liveTickets().stream()
            .map(SnapshotTicketMapping::domain)
            .collect(Collectors.toMap(Ticket::id, ticket -> ticket));
    List<Ticket> ended = stored.endedTickets().stream().map(SnapshotTicketMapping::domain).toList();
    Map<PlayerId, TicketId> engaged = new HashMap<>();
    stored
        .engagedPlayers()
        .forEach((player, ticket) -> engaged.put(new PlayerId(player), new TicketId(ticket)));
    Map<Tag, TicketId> requests = said(ended, live);
    stored
        .requests()
        .forEach((tag, ticket) -> {
          if (ticket == null) {
            requests.remove(new Tag(tag));
          } else {
            requests.put(new Tag(tag), new TicketId(ticket));
          }
        });
    return new OfTickets(live, ended, engaged, requests);
  }
}
