package dev.interlock.analysis.body;

import com.google.common.collect.ImmutableList;
import com.google.errorprone.util.ASTHelpers;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.LambdaExpressionTree;
import com.sun.source.tree.LambdaExpressionTree.BodyKind;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.Tree;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.tree.JCTree.JCMemberReference;
import java.util.List;
import java.util.function.Function;

/** Reads lambda expressions and method references: code that runs later, or elsewhere. */
final class FunctionReader {
  private final BodyRecorder recorder;

  FunctionReader(BodyRecorder recorder) {
    this.recorder = recorder;
  }

  /** Reads a lambda expression. */
  Value read(LambdaExpressionTree tree) {
    Body body = lambda(tree, ClassReader.parameters(tree.getParameters()));
    StatementWalker inside =
        new StatementWalker(new BodyRecorder(recorder.extraction(), body, recorder));
    if (tree.getBodyKind() == BodyKind.EXPRESSION) {
      inside.walkResult((ExpressionTree) tree.getBody());
    } else {
      inside.walk(tree.getBody());
    }
    return Value.of(new FunctionValue.Lambda(tree, body));
  }

  private Body lambda(Tree tree, ImmutableList<VarSymbol> parameters) {
    Body body =
        recorder
            .extraction()
            .add(
                new Body(
                    Body.Kind.LAMBDA,
                    tree,
                    recorder.extraction().unit(),
                    recorder.body().enclosingClass(),
                    null,
                    recorder.body(),
                    parameters));
    body.definedAt(recorder.point(tree));
    return body;
  }

  /**
   * Reads a method reference.
   *
   * @param evaluate says what the expression is that the reference is bound to
   */
  Value read(MemberReferenceTree tree, Function<ExpressionTree, Value> evaluate) {
    if (!(((JCMemberReference) tree).sym instanceof MethodSymbol method)
        || method.enclClass() == null) {
      return Value.UNKNOWN; // the code does not compile
    }
    ExpressionTree qualifier = tree.getQualifierExpression();
    boolean bound = !method.isStatic() && !method.isConstructor() && isExpression(qualifier);
    if (bound && recorder.extraction().isForeign(method)) {
      return Value.of(new FunctionValue.Lambda(tree, libraryCall(tree, method)));
    }
    Value receiver = bound ? evaluate.apply(qualifier) : Value.UNKNOWN;
    return Value.of(new FunctionValue.MethodReference(tree, recorder.body(), method, receiver));
  }

  /** Reads {@code list::add} as the lambda {@code x -> list.add(x)}. */
  private Body libraryCall(MemberReferenceTree tree, MethodSymbol method) {
    ImmutableList<VarSymbol> parameters = parametersOf(tree, method);
    Body body = lambda(tree, parameters);
    BodyRecorder inside = new BodyRecorder(recorder.extraction(), body, recorder);
    Value receiver =
        new StatementWalker(inside).expressions().evaluate(tree.getQualifierExpression());
    ImmutableList<Value> arguments =
        parameters.stream().map(inside::local).collect(ImmutableList.toImmutableList());
    new CallRecorder(inside).invokeReference(tree, method, receiver, arguments);
    return body;
  }

  /** Returns parameters for the lambda that a reference is read as, if it hands all of them on. */
  private ImmutableList<VarSymbol> parametersOf(MemberReferenceTree tree, MethodSymbol method) {
    Type target = ASTHelpers.getType(tree);
    if (target == null || !recorder.extraction().types().isFunctionalInterface(target)) {
      return ImmutableList.of();
    }
    List<Type> types = recorder.extraction().types().findDescriptorType(target).getParameterTypes();
    List<VarSymbol> named = method.params();
    ImmutableList.Builder<VarSymbol> parameters = ImmutableList.builder();
    for (int i = 0; i < types.size() && types.size() == named.size(); i++) {
      parameters.add(new VarSymbol(0, named.get(i).name, types.get(i), method));
    }
    return parameters.build();
  }

  private static boolean isExpression(ExpressionTree qualifier) {
    return !(qualifier instanceof IdentifierTree || qualifier instanceof MemberSelectTree)
        || ASTHelpers.getSymbol(qualifier) instanceof VarSymbol;
  }
}
