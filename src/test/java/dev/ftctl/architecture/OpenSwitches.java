package dev.ftctl.architecture;

import com.sun.source.tree.BindingPatternTree;
import com.sun.source.tree.CaseLabelTree;
import com.sun.source.tree.CaseTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.DefaultCaseLabelTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.PatternCaseLabelTree;
import com.sun.source.tree.SwitchExpressionTree;
import com.sun.source.tree.SwitchTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaFileObject;
import javax.tools.ToolProvider;

/// Reads sources with the compiler and finds the switches over sealed types and enumerations of the
/// program that stay silent when a case joins: those with a `default`, and those with a pattern
/// that takes whatever is left.
final class OpenSwitches extends TreePathScanner<Void, Void> {
  private final JavacTask task;
  private final Trees trees;
  private final List<String> found = new ArrayList<>();
  private int looked;

  private OpenSwitches(JavacTask task) {
    this.task = task;
    this.trees = Trees.instance(task);
  }

  /// @param looked how many switches over our own types there are
  /// @param places of those that are open, `Comparer.java:108 (Shape)`
  record Found(int looked, List<String> places) {}

  /// @throws IllegalStateException when the sources do not compile, since types are unknown then
  static Found in(Iterable<? extends JavaFileObject> sources) throws IOException {
    var told = new DiagnosticCollector<JavaFileObject>();
    List<String> options =
        List.of("-proc:none", "-implicit:none", "-cp", System.getProperty("java.class.path"));
    var task =
        (JavacTask)
            Objects.requireNonNull(ToolProvider.getSystemJavaCompiler())
                .getTask(null, null, told, options, null, sources);
    var switches = new OpenSwitches(task);
    Iterable<? extends CompilationUnitTree> units = task.parse();
    task.analyze();
    told.getDiagnostics().stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .findFirst()
        .ifPresent(error -> {
          throw new IllegalStateException(error.toString());
        });
    units.forEach(unit -> switches.scan(unit, null));
    return new Found(switches.looked, List.copyOf(switches.found));
  }

  @Override
  public Void visitSwitch(SwitchTree tree, Void nothing) {
    look(tree, tree.getExpression(), tree.getCases());
    return super.visitSwitch(tree, nothing);
  }

  @Override
  public Void visitSwitchExpression(SwitchExpressionTree tree, Void nothing) {
    look(tree, tree.getExpression(), tree.getCases());
    return super.visitSwitchExpression(tree, nothing);
  }

  private void look(Tree tree, ExpressionTree selector, List<? extends CaseTree> cases) {
    TypeMirror type = typeOf(selector);
    if (!(task.getTypes().asElement(type) instanceof TypeElement element) || !isOurs(element)) {
      return;
    }
    looked++;
    if (cases.stream().anyMatch(one -> takesTheRest(one, type))) {
      CompilationUnitTree unit = getCurrentPath().getCompilationUnit();
      long start = trees.getSourcePositions().getStartPosition(unit, tree);
      String file = unit.getSourceFile().getName().replaceFirst(".*[/\\\\]", "");
      long line = unit.getLineMap().getLineNumber(start);
      found.add(file + ":" + line + " (" + element.getSimpleName() + ")");
    }
  }

  private static boolean isOurs(TypeElement element) {
    boolean isClosed =
        element.getModifiers().contains(Modifier.SEALED) || element.getKind() == ElementKind.ENUM;
    return isClosed && element.getQualifiedName().toString().startsWith(Rooms.ROOT + ".");
  }

  private boolean takesTheRest(CaseTree one, TypeMirror selector) {
    return one.getLabels().stream()
        .anyMatch(label ->
            label instanceof DefaultCaseLabelTree
                || one.getGuard() == null && takesAll(label, selector));
  }

  private boolean takesAll(CaseLabelTree label, TypeMirror selector) {
    var types = task.getTypes();
    return label instanceof PatternCaseLabelTree pattern
        && pattern.getPattern() instanceof BindingPatternTree binding
        && types.isSubtype(
            types.erasure(selector), types.erasure(typeOf(binding.getVariable().getType())));
  }

  private TypeMirror typeOf(Tree tree) {
    return trees.getTypeMirror(new TreePath(getCurrentPath(), tree));
  }
}
