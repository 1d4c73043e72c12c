package dev.interlock.util;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;

/** Stand-ins for what changed between the supported versions of Error Prone, 2.36.0 to 2.50.0. */
public final class Backports {
  private Backports() {}

  /**
   * Returns the package that a symbol is in. Error Prone's {@code ASTHelpers.enclosingPackage} has
   * come to return an {@link java.util.Optional}.
   */
  @SuppressWarnings("ASTHelpersSuggestions") // what it suggests is what changed
  public static PackageSymbol enclosingPackage(Symbol symbol) {
    return symbol.packge();
  }
}
