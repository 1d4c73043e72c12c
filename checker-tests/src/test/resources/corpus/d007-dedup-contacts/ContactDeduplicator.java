package org.adressen.dedup;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

record Contact(String name, String mail) {}

/** Drops contacts whose mail address was seen before. */
class ContactDeduplicator {
  private final Set<String> seen = new HashSet<>();
  private int dropped;

  /** The last word on parallelism counts for the whole pipeline, also for the stages before. */
  List<Contact> deduplicate(Stream<Contact> contacts) {
    return contacts
        .filter(c -> seen.add(c.mail().toLowerCase(Locale.ROOT))) // RACE unsafe-collection
        .filter(this::plausible)
        .parallel()
        .collect(Collectors.toList());
  }

  private boolean plausible(Contact contact) {
    if (contact.mail().indexOf('@') < 1) {
      dropped++; // RACE rmw
      return false;
    }
    return true;
  }

  int dropped() {
    return dropped;
  }
}

class ConcurrentContactDeduplicator {
  /** add is atomic and tells whether this thread was the first. */
  List<Contact> deduplicate(List<Contact> contacts) {
    Set<String> seen = ConcurrentHashMap.newKeySet();
    return contacts.parallelStream()
        .filter(c -> seen.add(c.mail().toLowerCase(Locale.ROOT)))
        .collect(Collectors.toList());
  }

  List<Contact> deduplicateInOrder(List<Contact> contacts) {
    Set<String> seen = new HashSet<>();
    int[] dropped = {0};
    return contacts.stream()
        .filter(
            c -> {
              boolean first = seen.add(c.mail());
              dropped[0] += first ? 0 : 1;
              return first;
            })
        .collect(Collectors.toList());
  }

  Set<String> mails(List<Contact> contacts) {
    return contacts.parallelStream().map(Contact::mail).collect(Collectors.toSet());
  }
}
