package dev.interlock.library;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

/**
 * Which methods of a type a line describes: {@code name(int,_,*)} or {@code a|b()}. Parameters are
 * simple names of erased types; {@code _} is any one type, a final {@code *} any number of them.
 *
 * @param open whether more parameters may follow
 */
record MethodPattern(ImmutableSet<String> names, ImmutableList<String> parameters, boolean open) {

  /** The name of constructors. */
  static final String CONSTRUCTOR = "<init>";

  private static final String ANY_TYPE = "_";
  private static final String ANY_TYPES = "*";
  private static final String ARRAY = "[]";

  static MethodPattern parse(String text, SourceLine line) {
    int parenthesis = text.indexOf('(');
    if (parenthesis <= 0 || !text.endsWith(")")) {
      throw line.invalid("'%s' is not a method such as get(int) or put(*)".formatted(text));
    }
    String list = text.substring(parenthesis + 1, text.length() - 1).strip();
    ImmutableList<String> parameters =
        list.isEmpty() ? ImmutableList.of() : SourceLine.split(list, ',');
    boolean open = !parameters.isEmpty() && parameters.get(parameters.size() - 1).equals(ANY_TYPES);
    ImmutableList<String> types = open ? parameters.subList(0, parameters.size() - 1) : parameters;
    ImmutableSet<String> names =
        ImmutableSet.copyOf(SourceLine.split(text.substring(0, parenthesis), '|'));
    names.forEach(name -> checkName(name, line));
    types.forEach(type -> checkType(type, line));
    return new MethodPattern(names, types, open);
  }

  /** Returns whether erased parameter types with these simple names are meant. */
  boolean matches(ImmutableList<String> types) {
    if (open ? types.size() < parameters.size() : types.size() != parameters.size()) {
      return false;
    }
    for (int i = 0; i < parameters.size(); i++) {
      String parameter = parameters.get(i);
      if (!parameter.equals(ANY_TYPE) && !parameter.equals(types.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static void checkName(String name, SourceLine line) {
    if (!name.equals(CONSTRUCTOR) && !Identifiers.isSimple(name)) {
      throw line.invalid("'%s' is not the name of a method".formatted(name));
    }
  }

  private static void checkType(String type, SourceLine line) {
    String element = type;
    while (element.endsWith(ARRAY)) {
      element = element.substring(0, element.length() - ARRAY.length());
    }
    if (!Identifiers.isSimple(element)) {
      throw line.invalid(
          "'%s' is not a parameter; use the simple name of an erased type, '_' or a final '*'"
              .formatted(type));
    }
  }
}
