package dev.interlock.fixes;

import com.google.common.base.CharMatcher;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.LinkedHashMultimap;
import com.google.common.collect.SetMultimap;
import com.google.errorprone.fixes.SuggestedFix;
import com.sun.source.tree.Tree;
import com.sun.source.util.TreePath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Changes of a file under construction. Edits are as small as they can be, so that what lies
 * between them is left as it was written.
 */
final class Edits {
  private final SourceFile file;
  private final List<Edit> all = new ArrayList<>();
  private final Set<String> imports = new LinkedHashSet<>();
  private final Set<String> unused = new LinkedHashSet<>();
  private final Set<String> names = new LinkedHashSet<>();
  private final SetMultimap<String, Tree> locals = LinkedHashMultimap.create();

  /**
   * A change of the text.
   *
   * @param closes whether it comes after whatever else is inserted at the place
   */
  private record Edit(int start, int end, String text, boolean closes) {
    Edit(int start, int end, String text) {
      this(start, end, text, false);
    }

    boolean isInsertion() {
      return start == end;
    }

    /** Two insertions at one place would come out in some order; so that counts too. */
    boolean collidesWith(Edit other) {
      if (isInsertion() && other.isInsertion()) {
        return start == other.start;
      }
      return overlaps(other) || isSuffixIn(other) || other.isSuffixIn(this);
    }

    boolean overlaps(Edit other) {
      return start < other.end && other.start < end;
    }

    /** What is inserted at the end of a text may be meant for the last part of it. */
    private boolean isSuffixIn(Edit other) {
      return isInsertion() && !other.isInsertion() && start == other.end;
    }
  }

  Edits(SourceFile file) {
    this.file = file;
  }

  void replace(int start, int end, String text) {
    Refusal.unless(file.comments().areKept(start, end, text), "a comment would be lost");
    if (start < end || !text.isEmpty()) {
      all.add(new Edit(start, end, text));
    }
  }

  /** Takes whole lines out, to be inserted elsewhere. */
  String cutLines(int start, int end) {
    all.add(new Edit(start, end, ""));
    return file.text().substring(start, end);
  }

  /** Puts a name in the place of an expression, whose text goes elsewhere, comments included. */
  void replaceMoved(Tree tree, String name) {
    all.add(new Edit(file.start(tree), file.end(tree), name));
  }

  void replace(Tree tree, String text) {
    replace(file.start(tree), file.end(tree), text);
  }

  void insert(int position, String text) {
    all.add(new Edit(position, position, text));
  }

  /** Inserts what ends something that began further up. */
  void close(int position, String text) {
    all.add(new Edit(position, position, text, true));
  }

  void addImport(String qualified) {
    if (!file.canImport(qualified)) {
      throw new Refusal("another class has the name of " + qualified);
    }
    imports.add(qualified);
  }

  /** Notes that the edits declare {@code name}. */
  void declares(String name) {
    names.add(name);
  }

  /**
   * Returns {@code wanted}, or something like it, as the name of a local variable that is to be
   * declared at {@code place}.
   */
  String freshName(String wanted, TreePath place) {
    Tree block = Statements.blockAround(place);
    String name = wanted;
    for (int i = 2; !isFreeIn(block, name); i++) {
      name = wanted + i;
    }
    locals.put(name, block);
    return name;
  }

  private boolean isFreeIn(Tree block, String name) {
    return file.isFreeIn(block, name)
        && locals.get(name).stream().noneMatch(other -> file.overlap(other, block));
  }

  /** Makes sure that no later patch declares the same names. */
  void reserveNames() {
    names.forEach(file::reserve);
    locals.entries().forEach(used -> file.reserve(used.getKey(), used.getValue()));
  }

  void removeImport(String qualified) {
    unused.add(qualified);
  }

  /** Removes a statement, and its lines if nothing else stands there. */
  void delete(Tree statement) {
    Edit deletion = deletionOf(statement);
    replace(deletion.start(), deletion.end(), "");
  }

  /** Removes a statement, whose comments go before another one. */
  void delete(Tree statement, Tree before) {
    String comments = commentsOf(statement);
    if (!comments.isEmpty()) {
      insert(file.start(before), lines(comments));
    }
    all.add(deletionOf(statement));
  }

  private Edit deletionOf(Tree statement) {
    int start = file.start(statement);
    int end = file.end(statement);
    String text = file.text();
    boolean first = file.isFirstOnLine(statement);
    boolean last = text.substring(end, file.lineEnd(end)).isBlank();
    if (first && last) {
      start = file.lineStart(start);
      end = Math.min(text.length(), file.lineEnd(end) + 1);
      if (isBlankLine(end) && (isBlankLine(start - 1) || isOpening(start - 1))) {
        end = file.lineEnd(end) + 1;
      }
    } else {
      while (end < text.length() && text.charAt(end) == ' ') {
        end++;
      }
    }
    return new Edit(start, end, "");
  }

  /** Puts one statement in the place of another; the comments in that go before. */
  void replaceStatement(Tree old, String text) {
    replace(file.start(old), file.end(old), lines(commentsOf(old) + text));
  }

  /** Returns the comments in a statement, each on a line of its own, as they go before another. */
  private String commentsOf(Tree statement) {
    StringBuilder comments = new StringBuilder();
    for (String comment : file.comments().in(file.start(statement), file.end(statement))) {
      Refusal.unless(comment.startsWith("//"), "a comment in the statement");
      comments.append(comment).append('\n').append(file.indentAt(file.start(statement)));
    }
    return comments.toString();
  }

  private boolean isBlankLine(int position) {
    return position >= 0
        && position < file.text().length()
        && file.text().substring(file.lineStart(position), file.lineEnd(position)).isBlank();
  }

  private boolean isOpening(int position) {
    return position >= 0
        && file.text().substring(file.lineStart(position), position).strip().endsWith("{");
  }

  /** Takes over the edits of {@code other}. */
  void addAll(Edits other) {
    all.addAll(other.all);
    imports.addAll(other.imports);
    unused.addAll(other.unused);
    names.addAll(other.names);
    locals.putAll(other.locals);
  }

  boolean collidesWith(Edits other) {
    return all.stream().anyMatch(a -> other.all.stream().anyMatch(a::collidesWith));
  }

  /** Returns whether two of these edits are in each other's way. */
  boolean isTangled() {
    int end = 0;
    for (Edit edit : inOrder()) {
      if (edit.start() < end) {
        return true;
      }
      end = Math.max(end, edit.end());
    }
    return false;
  }

  /** Returns whether a part of the file gives way to other text. */
  boolean rewrites(Tree tree) {
    int start = file.start(tree);
    int end = file.end(tree);
    return all.stream().anyMatch(edit -> edit.start() <= start && end <= edit.end());
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  SuggestedFix toFix(String description) {
    SuggestedFix.Builder fix = SuggestedFix.builder().setShortDescription(description);
    inOrder().forEach(edit -> fix.replace(edit.start(), edit.end(), edit.text()));
    imports.forEach(fix::addImport);
    unused.forEach(fix::removeImport);
    return fix.build();
  }

  /** Returns all that changes in the text of the file, its imports included. */
  ImmutableList<TextEdit> toText() {
    ImmutableList.Builder<TextEdit> text = ImmutableList.builder();
    text.addAll(new ImportEdits(file).edits(imports, unused));
    inOrder()
        .forEach(edit -> text.add(TextEdit.between(file, edit.start(), edit.end(), edit.text())));
    return text.build();
  }

  /** Returns the edits in the order of the text, insertions at one place put together. */
  private List<Edit> inOrder() {
    List<Edit> sorted = new ArrayList<>(all);
    sorted.sort(
        Comparator.comparingInt(Edit::start)
            .thenComparingInt(Edit::end)
            .thenComparing(Edit::closes));
    List<Edit> joined = new ArrayList<>();
    for (int i = 0; i < sorted.size(); i++) {
      Edit edit = sorted.get(i);
      StringBuilder text = new StringBuilder(edit.text());
      while (edit.isInsertion()
          && i + 1 < sorted.size()
          && sorted.get(i + 1).isInsertion()
          && sorted.get(i + 1).start() == edit.start()) {
        text.append(sorted.get(++i).text());
      }
      String broken = LineBreaks.resolve(file, edit.start(), edit.end(), text.toString());
      joined.add(new Edit(edit.start(), edit.end(), broken));
    }
    return joined;
  }

  /** Returns {@code text} with line breaks as the file has them. */
  String lines(String text) {
    return file.lineBreak().equals("\n")
        ? text
        : CharMatcher.is('\n').replaceFrom(text, file.lineBreak());
  }
}
