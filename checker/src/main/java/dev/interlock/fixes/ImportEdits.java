package dev.interlock.fixes;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableListMultimap;
import com.google.common.collect.ImmutableSortedSet;
import com.google.common.collect.Multimaps;
import com.sun.source.tree.ImportTree;
import com.sun.source.tree.Tree;
import java.util.Collection;
import java.util.Set;

/** The imports that a patch adds or makes superfluous, as edits of the text. */
final class ImportEdits {
  private final SourceFile file;
  private final ImmutableList<ImportTree> imports;

  ImportEdits(SourceFile file) {
    this.file = file;
    this.imports =
        file.unit().getImports().stream()
            .filter(tree -> !tree.isStatic())
            .collect(toImmutableList());
  }

  /** Returns edits that add the first and remove the second; none for what is there already. */
  ImmutableList<TextEdit> edits(Set<String> added, Set<String> removed) {
    ImmutableList.Builder<TextEdit> edits = ImmutableList.builder();
    ImmutableListMultimap<Integer, String> insertions =
        Multimaps.index(
            ImmutableSortedSet.copyOf(added).stream().filter(name -> !isImported(name)).toList(),
            this::placeFor);
    insertions.asMap().forEach((place, names) -> edits.add(insertion(place, names)));
    for (ImportTree tree : imports) {
      if (removed.contains(nameOf(tree)) && !added.contains(nameOf(tree))) {
        edits.add(TextEdit.between(file, file.start(tree), endOfLine(tree), ""));
      }
    }
    return edits.build();
  }

  private TextEdit insertion(int place, Collection<String> names) {
    StringBuilder text = new StringBuilder();
    boolean first = imports.isEmpty();
    if (first && place > 0) {
      text.append(file.lineBreak());
    }
    names.forEach(name -> text.append("import ").append(name).append(';').append(file.lineBreak()));
    if (first && place == 0) {
      text.append(file.lineBreak());
    }
    return TextEdit.between(file, place, place, text.toString());
  }

  private boolean isImported(String name) {
    String all = name.substring(0, name.lastIndexOf('.')) + ".*";
    return imports.stream().map(ImportEdits::nameOf).anyMatch(n -> n.equals(name) || n.equals(all));
  }

  /** Returns the start of the first import that comes after {@code name} in the alphabet. */
  private int placeFor(String name) {
    for (ImportTree tree : imports) {
      if (nameOf(tree).compareTo(name) > 0) {
        return file.start(tree);
      }
    }
    return imports.isEmpty() ? endOfPackage() : endOfLine(imports.get(imports.size() - 1));
  }

  private int endOfPackage() {
    return file.unit().getPackage() == null ? 0 : endOfLine(file.unit().getPackage());
  }

  private int endOfLine(Tree tree) {
    return Math.min(file.text().length(), file.lineEnd(file.end(tree)) + 1);
  }

  private static String nameOf(ImportTree tree) {
    return tree.getQualifiedIdentifier().toString();
  }
}
