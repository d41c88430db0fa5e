package dev.ftctl.manifest.policy;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import dev.cel.checker.CelStandardDeclarations;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelSourceLocation;
import dev.cel.common.CelValidationException;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.values.CelValue;
import dev.cel.common.values.NullValue;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;
import dev.ftctl.model.value.Value;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// CEL, the language of policies, and the only class that knows it. It is loaded only where a
/// project has policies, since its start takes some tenths of a second.
final class PolicyLanguage {

  /// Numbers compare across their types; no loop runs for ever.
  private static final CelOptions OPTIONS =
      CelOptions.current()
          .enableHeterogeneousNumericComparisons(true)
          .comprehensionMaxIterations(1_000_000)
          .build();

  private final Map<Subject, CelCompiler> compilers = new EnumMap<>(Subject.class);
  private final CelRuntime runtime =
      CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();

  /// An expression, checked against the names and types of its subject.
  ///
  /// @throws BrokenExpression with its place inside the text when it can't be one
  Condition compile(Subject subject, String text) throws BrokenExpression {
    CelCompiler compiler = compilers.computeIfAbsent(subject, PolicyLanguage::compiler);
    try {
      CelAbstractSyntaxTree tree = compiler.compile(text).getAst();
      refusePatterns(tree);
      CelRuntime.Program program = runtime.createProgram(tree);
      return (facts, now) -> decide(program, facts, now, text);
    } catch (CelValidationException wrong) {
      refuse(wrong.getErrors());
      throw new IllegalStateException("an expression is refused for some reason", wrong);
    } catch (CelEvaluationException impossible) {
      throw new IllegalStateException("a checked expression always makes a program", impossible);
    }
  }

  private static CelCompiler compiler(Subject subject) {
    var builder =
        CelCompilerFactory.standardCelCompilerBuilder()
            .setOptions(OPTIONS)
            .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
            .setStandardEnvironmentEnabled(false)
            .setStandardDeclarations(declarations())
            .setResultType(SimpleType.BOOL);
    subject.names().forEach((name, type) -> builder.addVar(name, typeOf(type)));
    return builder.build();
  }

  /// Without the functions that read a time in UTC because no zone was said.
  private static CelStandardDeclarations declarations() {
    return CelStandardDeclarations.newBuilder()
        .filterFunctions((function, overload) -> {
          String id = overload.celOverloadDecl().overloadId();
          return !id.matches("timestamp_to_(year|month|day|hours|minutes|seconds|milli).*")
              || id.endsWith("_with_tz");
        })
        .build();
  }

  private static CelType typeOf(Subject.Type type) {
    return switch (type) {
      case TEXT -> SimpleType.STRING;
      case FLAG -> SimpleType.BOOL;
      case LABELS -> MapType.create(SimpleType.STRING, SimpleType.STRING);
      case TREE -> MapType.create(SimpleType.STRING, SimpleType.DYN);
      case ROWS -> ListType.create(MapType.create(SimpleType.STRING, SimpleType.DYN));
      case TEXTS -> ListType.create(SimpleType.STRING);
      case TIME -> SimpleType.TIMESTAMP;
    };
  }

  /// A pattern that is written out is checked now; the language itself would only when it is asked.
  private static void refusePatterns(CelAbstractSyntaxTree tree) throws BrokenExpression {
    List<CelExpr> patterns =
        CelNavigableAst.fromAst(tree)
            .getRoot()
            .allNodes()
            .map(CelNavigableExpr::expr)
            .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CALL)
            .filter(expr -> expr.call().function().equals("matches"))
            .map(expr -> expr.call().args().getLast())
            .filter(expr -> expr.getKind() == CelExpr.ExprKind.Kind.CONSTANT)
            .filter(expr -> expr.constant().getKind() == CelConstant.Kind.STRING_VALUE)
            .toList();
    for (CelExpr pattern : patterns) {
      try {
        Pattern.compile(pattern.constant().stringValue());
      } catch (PatternSyntaxException wrong) {
        int offset = tree.getSource().getPositionsMap().getOrDefault(pattern.id(), 0);
        CelSourceLocation at =
            tree.getSource().getOffsetLocation(offset).orElse(CelSourceLocation.NONE);
        throw new BrokenExpression(
            Math.max(1, at.getLine()), Math.max(0, at.getColumn()), wrong.getDescription());
      }
    }
  }

  private static void refuse(Collection<CelIssue> issues) throws BrokenExpression {
    for (CelIssue issue : issues) {
      int line = Math.max(1, issue.getSourceLocation().getLine());
      int column = Math.max(0, issue.getSourceLocation().getColumn());
      throw new BrokenExpression(line, column, issue.getMessage());
    }
  }

  private static Verdict decide(
      CelRuntime.Program program, Value.Mapping facts, Instant now, String text) {
    var watch = new Watch(PolicyLanguage::plain, LazyMap::new);
    var variables = new HashMap<String, Object>();
    facts.entries().forEach((name, value) -> variables.put(name, watch.seen(value)));
    variables.put("now", now);
    Verdict verdict = verdict(program, variables, text);
    return watch.first().map(Verdict.Undecided::foreign).orElse(verdict);
  }

  private static Verdict verdict(
      CelRuntime.Program program, Map<String, Object> variables, String text) {
    try {
      return Boolean.TRUE.equals(program.eval(variables)) ? Verdict.HOLDS : Verdict.FAILS;
    } catch (CelEvaluationException failed) {
      return switch (failed.getErrorCode()) {
        case ATTRIBUTE_NOT_FOUND ->
            Verdict.Undecided.missing(String.valueOf(failed.getMessage()), text);
        case OVERLOAD_NOT_FOUND -> Verdict.Undecided.of("a value has a type that it can't compare");
        case BAD_FORMAT, NUMERIC_OVERFLOW ->
            Verdict.Undecided.of("a value or a time zone can't be read");
        case INDEX_OUT_OF_BOUNDS -> Verdict.Undecided.of("a list has no such item");
        case INVALID_ARGUMENT -> Verdict.Undecided.of("a pattern or another argument is none");
        default -> Verdict.Undecided.of("it ends in " + failed.getErrorCode());
      };
    }
  }

  /// A secret is the text that it prints as: its own text never gets here.
  private static Object plain(Value value) {
    return switch (value) {
      case Value.Absent absent -> NullValue.NULL_VALUE;
      case Value.Null nothing -> NullValue.NULL_VALUE;
      case Value.Text text -> text.text();
      case Value.Num number -> plain(number.number());
      case Value.Bool bool -> bool.flag();
      case Value.Items items -> items.items().stream().map(PolicyLanguage::plain).toList();
      case Value.Mapping mapping -> {
        var members = new HashMap<String, Object>();
        mapping.entries().forEach((name, inner) -> members.put(name, plain(inner)));
        yield members;
      }
      case Value.Reference reference -> reference.target().label();
      case Value.Secret secret -> secret.toString();
    };
  }

  private static Object plain(BigDecimal number) {
    try {
      return number.longValueExact();
    } catch (ArithmeticException fraction) {
      return number.doubleValue();
    }
  }

  /// A map that the language does not copy before it asks for something. Nobody changes it: the
  /// language has no way to, and it lives for one evaluation.
  @SuppressWarnings("Immutable")
  private static final class LazyMap extends CelValue implements Map<Object, Object> {
    private final Map<Object, Object> members;

    private LazyMap(Map<Object, Object> members) {
      this.members = members;
    }

    @Override
    public Object value() {
      return this;
    }

    @Override
    public boolean isZeroValue() {
      return members.isEmpty();
    }

    @Override
    public CelType celType() {
      return MapType.create(SimpleType.DYN, SimpleType.DYN);
    }

    @Override
    public int size() {
      return members.size();
    }

    @Override
    public boolean isEmpty() {
      return members.isEmpty();
    }

    @Override
    public boolean containsKey(Object key) {
      return members.containsKey(key);
    }

    @Override
    public boolean containsValue(Object value) {
      return members.containsValue(value);
    }

    @Override
    public @Nullable Object get(Object key) {
      return members.get(key);
    }

    @Override
    public Set<Object> keySet() {
      return members.keySet();
    }

    @Override
    public Collection<Object> values() {
      return members.values();
    }

    @Override
    public Set<Map.Entry<Object, Object>> entrySet() {
      return members.entrySet();
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return members.equals(other);
    }

    @Override
    public int hashCode() {
      return members.hashCode();
    }

    @Override
    public Object put(Object key, Object value) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object remove(Object key) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void putAll(Map<?, ?> others) {
      throw new UnsupportedOperationException();
    }

    @Override
    public void clear() {
      throw new UnsupportedOperationException();
    }
  }
}
