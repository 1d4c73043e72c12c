package dev.interlock.library;

import com.google.common.base.Supplier;
import com.google.common.base.Suppliers;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSet;
import java.util.List;

/**
 * A {@code type} line with the method lines below it. Those are parsed when first asked for: a
 * compilation meets few of the types that the bundled files describe.
 */
final class TypeParagraph {
  private final SourceLine head;
  private final ImmutableList<String> names;
  private final ImmutableSet<TypeFlag> flags;
  private final int since;
  private final Supplier<ImmutableListMultimap<String, MethodLine>> methods;

  /**
   * Creates a paragraph.
   *
   * @param names qualified names
   * @param since the first JDK that has the types, 0 if all have them
   * @param body the lines that follow the head
   */
  TypeParagraph(
      SourceLine head,
      ImmutableList<String> names,
      ImmutableSet<TypeFlag> flags,
      int since,
      List<String> body) {
    this.head = head;
    this.names = names;
    this.flags = flags;
    this.since = since;
    this.methods = Suppliers.memoize(() -> parse(body));
  }

  SourceLine head() {
    return head;
  }

  ImmutableList<String> names() {
    return names;
  }

  ImmutableSet<TypeFlag> flags() {
    return flags;
  }

  int since() {
    return since;
  }

  /** Returns the method lines by each of the names that they describe, in the order of the file. */
  ImmutableListMultimap<String, MethodLine> methods() {
    return methods.get();
  }

  private ImmutableListMultimap<String, MethodLine> parse(List<String> body) {
    ImmutableListMultimap.Builder<String, MethodLine> byName = ImmutableListMultimap.builder();
    int number = head.number();
    for (String line : body) {
      number++;
      if (!SourceLine.isBlank(line)) {
        MethodLine method = MethodLine.parse(SourceLine.of(head.file(), number, line));
        method.pattern().names().forEach(name -> byName.put(name, method));
      }
    }
    return byName.build();
  }
}
