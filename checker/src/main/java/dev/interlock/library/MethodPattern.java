package dev.interlock.library;

import com.google.common.base.Splitter;
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
  private static final Splitter ALTERNATIVES = Splitter.on('|').trimResults();
  private static final Splitter PARAMETERS = Splitter.on(',').trimResults();

  static MethodPattern parse(String text, SourceLine line) {
    int open = text.indexOf('(');
    if (open <= 0 || !text.endsWith(")")) {
      throw line.invalid("'%s' is not a method such as get(int) or put(*)".formatted(text));
    }
    String list = text.substring(open + 1, text.length() - 1).strip();
    ImmutableList<String> parameters =
        list.isEmpty() ? ImmutableList.of() : ImmutableList.copyOf(PARAMETERS.split(list));
    boolean more = !parameters.isEmpty() && parameters.get(parameters.size() - 1).equals(ANY_TYPES);
    ImmutableList<String> types =
        more ? parameters.subList(0, parameters.size() - 1) : parameters;
    ImmutableSet<String> names =
        ImmutableSet.copyOf(ALTERNATIVES.split(text.substring(0, open)));
    names.forEach(name -> checkName(name, line));
    types.forEach(type -> checkType(type, line));
    return new MethodPattern(names, types, more);
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
    if (!name.equals(CONSTRUCTOR) && !isIdentifier(name)) {
      throw line.invalid("'%s' is not the name of a method".formatted(name));
    }
  }

  private static void checkType(String type, SourceLine line) {
    int brackets = type.indexOf("[]");
    String element = brackets < 0 ? type : type.substring(0, brackets);
    if (!isIdentifier(element) || brackets >= 0 && !type.substring(brackets).matches("(\\[])+")) {
      throw line.invalid(
          "'%s' is not a parameter; use the simple name of an erased type, '_' or a final '*'"
              .formatted(type));
    }
  }

  private static boolean isIdentifier(String name) {
    return !name.isEmpty()
        && Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart);
  }
}
