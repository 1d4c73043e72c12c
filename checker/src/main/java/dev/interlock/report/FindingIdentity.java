package dev.interlock.report;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import com.google.common.base.CaseFormat;
import com.google.common.base.CharMatcher;
import com.google.common.hash.Hashing;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Type;
import dev.interlock.analysis.body.Body;
import dev.interlock.analysis.verdict.Finding;
import dev.interlock.analysis.verdict.FindingKind;

/**
 * What stays the same about a finding while the code around it changes: no line, and no order.
 *
 * @param check the name of the check
 * @param member the member that makes the update, with its class; has no spaces
 * @param subject the variable that is updated
 */
public record FindingIdentity(String check, String member, String subject)
    implements Comparable<FindingIdentity> {
  private static final int FINGERPRINT_LENGTH = 32;

  /** Returns the identity of a finding. */
  public static FindingIdentity of(Finding finding) {
    String subject =
        finding
            .write()
            .location()
            .variable()
            .map(variable -> variable.getSimpleName().toString())
            .orElseGet(() -> CodeNames.ofLocation(finding.write().location(), finding.body()));
    return new FindingIdentity(
        checkOf(finding.kind()),
        memberOf(finding.body()),
        CharMatcher.whitespace()
            .or(CharMatcher.javaIsoControl())
            .trimAndCollapseFrom(subject, ' '));
  }

  /** Returns the name of the check that reports findings of a kind. */
  public static String checkOf(FindingKind kind) {
    return CaseFormat.UPPER_UNDERSCORE.to(CaseFormat.UPPER_CAMEL, kind.name());
  }

  /** A lambda has no name: it counts to the member around it. */
  private static String memberOf(Body body) {
    if (body.isLambda() && body.definer().isPresent()) {
      return memberOf(body.definer().get());
    }
    return switch (body.kind()) {
      case INSTANCE_INITIALIZER -> nameOf(body.enclosingClass()) + ".<init>";
      case STATIC_INITIALIZER -> nameOf(body.enclosingClass()) + ".<clinit>";
      default ->
          body.method().map(FindingIdentity::nameOf).orElseGet(() -> nameOf(body.enclosingClass()));
    };
  }

  private static String nameOf(Symbol symbol) {
    if (symbol instanceof PackageSymbol) {
      return symbol.getQualifiedName().toString();
    }
    String owner = symbol.owner == null ? "" : nameOf(symbol.owner);
    String name = symbol.name.toString();
    if (name.isEmpty()) {
      // An anonymous class, or what javac makes of an initialiser.
      return owner;
    }
    String own = symbol instanceof MethodSymbol method ? name + parametersOf(method) : name;
    return owner.isEmpty() ? own : owner + "." + own;
  }

  private static String parametersOf(MethodSymbol method) {
    return method.type.getParameterTypes().stream()
        .map(FindingIdentity::nameOf)
        .collect(joining(",", "(", ")"));
  }

  private static String nameOf(Type type) {
    return type instanceof Type.ArrayType array
        ? nameOf(array.getComponentType()) + "[]"
        : type.tsym.name.toString();
  }

  /**
   * Returns a number that tells this from other findings.
   *
   * @param ordinal which of several findings with this identity is meant
   */
  public String fingerprint(int ordinal) {
    return Hashing.sha256()
        .hashString(String.join("\n", check, member, subject, String.valueOf(ordinal)), UTF_8)
        .toString()
        .substring(0, FINGERPRINT_LENGTH);
  }

  @Override
  public int compareTo(FindingIdentity other) {
    return toString().compareTo(other.toString());
  }

  @Override
  public String toString() {
    return check + " " + member + " " + subject;
  }
}
