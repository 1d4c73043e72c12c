package dev.interlock.fixes;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import dev.interlock.analysis.body.Access;
import dev.interlock.analysis.body.AccessPath;
import dev.interlock.analysis.body.Selector;
import dev.interlock.analysis.callgraph.CompilationIndex;
import dev.interlock.analysis.compound.Effect;
import dev.interlock.analysis.sharing.LocationKind;
import dev.interlock.analysis.verdict.Finding;
import java.util.Optional;

/**
 * A variable, and what is lost of it in one file.
 *
 * @param variable the variable, or the variable that holds the container
 * @param findings the updates of it in this file
 */
record Subject(VarSymbol variable, ImmutableList<Finding> findings) {

  /** Returns the variable that a patch for the finding would have to be about. */
  static Optional<VarSymbol> variableOf(Finding finding, SourceFile file) {
    return namedBy(finding, file).map(v -> isUnsafeContent(finding) ? Origins.of(file, v) : v);
  }

  private static boolean isUnsafeContent(Finding finding) {
    return finding.location() == LocationKind.UNSAFE_CONTENT;
  }

  private static Optional<VarSymbol> namedBy(Finding finding, SourceFile file) {
    Effect write = finding.write();
    boolean isMadeInOneCall =
        write.via().isPresent() && finding.read().map(Effect::via).equals(Optional.of(write.via()));
    if (isMadeInOneCall) {
      return Optional.empty();
    }
    Optional<VarSymbol> own = ownedBy(finding, file);
    if (write.via().isPresent() && own.isPresent()) {
      return own;
    }
    Access access = write.access();
    Optional<VarSymbol> accessed = CompilationIndex.variableOf(access);
    if (accessed.isPresent() && file.declarationOf(accessed.get()).isPresent()) {
      return accessed;
    }
    return lastDeclaredIn(file, write.location())
        .or(() -> write.via().flatMap(call -> receiver(file, call.receiver().paths())));
  }

  /** Returns the field of a class in another file that the file updates. */
  static Optional<VarSymbol> fieldElsewhere(Finding finding, SourceFile file) {
    return finding.write().via().isPresent()
        ? Optional.empty()
        : CompilationIndex.variableOf(finding.write().access())
            .filter(v -> v.getKind().isField() && file.declarationOf(v).isEmpty());
  }

  /** Returns the field of the class at hand through which a call makes the update. */
  private static Optional<VarSymbol> ownedBy(Finding finding, SourceFile file) {
    for (Selector selector : finding.write().location().selectors().reverse()) {
      if (selector instanceof Selector.Field field
          && field.symbol().owner == finding.body().enclosingClass()
          && file.declarationOf(field.symbol()).isPresent()) {
        return Optional.of(field.symbol());
      }
    }
    return Optional.empty();
  }

  /** Returns whether what is lost is not in the variable itself but in the object it names. */
  boolean isStateBehind() {
    return findings.stream()
        .anyMatch(
            f ->
                !(f.write().location().last().orElse(null) instanceof Selector.Field last
                    && last.symbol() == variable));
  }

  /** Returns whether what is lost is in elements of a container that nothing else protects. */
  boolean isDeep() {
    return findings.stream()
        .filter(Subject::isUnsafeContent)
        .anyMatch(
            f ->
                f.write().location().selectors().stream()
                        .filter(Selector.Content.class::isInstance)
                        .count()
                    > 1);
  }

  /** Returns whether what is lost is in an object that was handed in, and may have other users. */
  boolean isBehindGiven(SourceFile file) {
    return isStateBehind() && Ownership.isGiven(file, variable);
  }

  private static Optional<VarSymbol> receiver(SourceFile file, ImmutableSet<AccessPath> paths) {
    return paths.size() == 1 ? lastDeclaredIn(file, paths.iterator().next()) : Optional.empty();
  }

  private static Optional<VarSymbol> lastDeclaredIn(SourceFile file, AccessPath path) {
    for (Selector selector : path.selectors().reverse()) {
      if (selector instanceof Selector.Field field
          && file.declarationOf(field.symbol()).isPresent()) {
        return Optional.of(field.symbol());
      }
    }
    return path.variable().filter(v -> file.declarationOf(v).isPresent());
  }

  /** Returns the trees of the reads and writes that are to become one. */
  ImmutableSet<Tree> wanted() {
    return findings.stream().map(Finding::tree).collect(ImmutableSet.toImmutableSet());
  }

  /** Refuses unless every update is among the trees that one operation makes now. */
  void checkSettled(java.util.Set<Tree> settled) {
    for (Finding finding : findings) {
      Refusal.unless(finding.write().via().isEmpty(), "the update is made by a call");
      Refusal.unless(!isWriteOfOperation(finding), "who looks first writes by a call");
      Refusal.unless(settled.contains(finding.tree()), "an update is left in two steps");
      if (finding.read().isPresent()) {
        Effect read = finding.read().get();
        Tree look = read.at().tree();
        Refusal.unless(
            read.via().isEmpty() && (look == finding.tree() || settled.contains(look)),
            "a look is left in a step of its own");
      }
    }
  }

  /** Returns whether a plain write overwrites what an operation writes by the very same write. */
  private static boolean isWriteOfOperation(Finding finding) {
    return finding.location() != LocationKind.UNSAFE_CONTENT
        && finding.read().isEmpty()
        && finding.conflicting().filter(write -> write == finding.write().access()).isPresent();
  }
}
