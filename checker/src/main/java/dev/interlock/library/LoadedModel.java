package dev.interlock.library;

import static com.google.common.collect.ImmutableList.toImmutableList;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Lists;
import com.google.common.collect.Sets;
import com.sun.tools.javac.code.Attribute;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.TypeSymbol;
import com.sun.tools.javac.code.Types;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The models of one or more files. Lookups are cached by symbol, so an instance belongs to one
 * compilation, and to its one thread.
 */
public final class LoadedModel implements LibraryModel {
  /** Flags of which a type has at most one: the nearest counts. */
  private static final ImmutableSet<TypeFlag> SAFETY =
      Sets.immutableEnumSet(TypeFlag.THREAD_SAFE, TypeFlag.NOT_THREAD_SAFE, TypeFlag.IMMUTABLE);

  private final ModelHierarchy hierarchy;
  private final ImmutableMap<String, AnnotationModel> annotations;
  private final Map<TypeSymbol, ImmutableSet<TypeFlag>> flags = new HashMap<>();
  private final Map<MethodSymbol, ImmutableList<MethodLine>> lines = new HashMap<>();
  private final Map<MethodSymbol, Optional<MethodModel>> models = new HashMap<>();

  /** Composes files, of which a later one overrides an earlier one. */
  LoadedModel(ImmutableList<ModelFile> files) {
    this.hierarchy = new ModelHierarchy(byName(files));
    ImmutableMap.Builder<String, AnnotationModel> meanings = ImmutableMap.builder();
    for (ModelFile file : files) {
      file.annotations().forEach((name, line) -> meanings.put(name, line.model()));
    }
    this.annotations = meanings.buildKeepingLast();
  }

  @Override
  public Optional<MethodModel> method(MethodSymbol method, Types types) {
    Optional<MethodModel> known = models.get(method);
    if (known == null) {
      known = lines(method, types).stream().flatMap(line -> line.model().stream()).findFirst();
      models.put(method, known);
    }
    return known;
  }

  @Override
  public Optional<EntryMode> entry(MethodSymbol method, Types types) {
    return lines(method, types).stream().flatMap(line -> line.entry().stream()).findFirst();
  }

  @Override
  public ImmutableSet<TypeFlag> flags(TypeSymbol type, Types types) {
    ImmutableSet<TypeFlag> known = flags.get(type);
    if (known == null) {
      known = findFlags(type, types);
      flags.put(type, known);
    }
    return known;
  }

  @Override
  public Optional<AnnotationMeaning> annotation(String qualifiedName) {
    return find(qualifiedName).flatMap(AnnotationModel::meaning);
  }

  @Override
  public Optional<AnnotationMeaning> annotation(Attribute.Compound annotation) {
    return find(annotation.type.tsym.getQualifiedName().toString())
        .flatMap(model -> model.of(annotation));
  }

  private Optional<AnnotationModel> find(String qualifiedName) {
    AnnotationModel model = annotations.get(qualifiedName);
    if (model == null) {
      String simpleName = qualifiedName.substring(qualifiedName.lastIndexOf('.') + 1);
      model = annotations.get(ModelFile.ANY_PACKAGE + simpleName);
    }
    return Optional.ofNullable(model);
  }

  private ImmutableSet<TypeFlag> findFlags(TypeSymbol type, Types types) {
    Set<TypeFlag> found = EnumSet.noneOf(TypeFlag.class);
    boolean safetyKnown = false;
    for (ModelledType modelled : hierarchy.of(type, types)) {
      for (TypeParagraph paragraph : modelled.paragraphs()) {
        Set<TypeFlag> stated = paragraph.flags();
        found.addAll(safetyKnown ? Sets.difference(stated, SAFETY) : stated);
        safetyKnown |= stated.stream().anyMatch(SAFETY::contains);
      }
    }
    return Sets.immutableEnumSet(found);
  }

  /** Returns the lines that describe {@code method} or what it overrides, nearest first. */
  private ImmutableList<MethodLine> lines(MethodSymbol method, Types types) {
    ImmutableList<ModelledType> modelled = hierarchy.of(method.enclClass(), types);
    if (modelled.isEmpty()) {
      return ImmutableList.of();
    }
    ImmutableList<MethodLine> known = lines.get(method);
    if (known == null) {
      known =
          modelled.stream()
              .flatMap(type -> type.findLine(method, types).stream())
              .collect(toImmutableList());
      lines.put(method, known);
    }
    return known;
  }

  /** Returns the paragraphs on each type, those of later files first. */
  private static Map<String, List<TypeParagraph>> byName(ImmutableList<ModelFile> files) {
    Map<String, List<TypeParagraph>> paragraphs = new HashMap<>();
    for (ModelFile file : Lists.reverse(files)) {
      for (TypeParagraph paragraph : file.types()) {
        for (String name : paragraph.names()) {
          paragraphs.computeIfAbsent(name, unused -> new ArrayList<>()).add(paragraph);
        }
      }
    }
    return paragraphs;
  }
}
