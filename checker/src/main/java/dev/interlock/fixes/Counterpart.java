package dev.interlock.fixes;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.sun.tools.javac.code.Type;
import org.jspecify.annotations.Nullable;

/**
 * What a collection that is not thread-safe is replaced by.
 *
 * @param imported the class that the replacement needs
 * @param before what comes before the creation, or in place of the name of its class
 * @param after what comes behind the creation
 * @param mayIterate whether threads may iterate over it without a lock
 */
record Counterpart(String imported, String before, String after, boolean mayIterate) {
  private static final String CONCURRENT = "java.util.concurrent.";

  private static final ImmutableMap<String, Counterpart> BY_CLASS =
      ImmutableMap.<String, Counterpart>builder()
          .put("HashMap", made("ConcurrentHashMap"))
          .put("TreeMap", made("ConcurrentSkipListMap"))
          .put("TreeSet", made("ConcurrentSkipListSet"))
          .put("ArrayDeque", made("ConcurrentLinkedDeque"))
          .put("PriorityQueue", made("PriorityBlockingQueue"))
          .put("HashSet", new Counterpart(CONCURRENT + "ConcurrentHashMap", "", "", true))
          .put("LinkedHashMap", wrapped("synchronizedMap"))
          .put("LinkedHashSet", wrapped("synchronizedSet"))
          .put("ArrayList", wrapped("synchronizedList"))
          .put("LinkedList", wrapped("synchronizedList"))
          .buildOrThrow();

  /** Those that take {@code null}. */
  private static final ImmutableMap<String, Counterpart> NULL_TOLERANT =
      ImmutableMap.of(
          "HashMap", wrapped("synchronizedMap"),
          "HashSet", wrapped("synchronizedSet"));

  private static final ImmutableSet<String> INTERFACES =
      ImmutableSet.of(
          "Map",
          "List",
          "Set",
          "Collection",
          "Queue",
          "Deque",
          "SortedMap",
          "NavigableMap",
          "SortedSet",
          "NavigableSet");

  private static Counterpart made(String name) {
    return new Counterpart(CONCURRENT + name, name, "", true);
  }

  private static Counterpart wrapped(String method) {
    return new Counterpart(
        "java.util.Collections", "Collections." + method + "(", ")", /* mayIterate= */ false);
  }

  /**
   * Returns what replaces a collection.
   *
   * @param name the class that is created
   * @param declared the type of the variable
   * @param mayHoldNull whether it has to take {@code null}
   */
  static Counterpart of(String name, Type declared, boolean mayHoldNull) {
    String type = declared.tsym.getSimpleName().toString();
    Refusal.unless(INTERFACES.contains(type), "declared by its class");
    boolean isQueue = type.equals("Queue") || type.equals("Deque");
    Refusal.unless(!(name.equals("LinkedList") && isQueue), "the list serves as a queue");
    @Nullable Counterpart found =
        mayHoldNull && NULL_TOLERANT.containsKey(name)
            ? NULL_TOLERANT.get(name)
            : BY_CLASS.get(name);
    if (found == null) {
      throw new Refusal("no concurrent counterpart");
    }
    return found;
  }
}
