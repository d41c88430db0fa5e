package release;

import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.Arrays;
import java.util.List;

/// What a record's `equals`, `hashCode` and `toString` do, as code; each has the record in its
/// first variable.
///
/// @param getters of its components, in their order
record RecordSites(ClassDesc type, List<String> names, List<DirectMethodHandleDesc> getters) {

  private static final ClassDesc OBJECTS = ClassDesc.of("java.util.Objects");
  private static final ClassDesc BUILDER = ClassDesc.of("java.lang.StringBuilder");
  private static final MethodTypeDesc EQUALS = MethodTypeDesc.of(CD_boolean, CD_Object, CD_Object);
  private static final MethodTypeDesc HASH = MethodTypeDesc.of(CD_int, CD_Object);

  /// @param arguments of `ObjectMethods.bootstrap`
  RecordSites(List<ConstantDesc> arguments) {
    this(
        (ClassDesc) arguments.get(0),
        arguments.get(1).toString().isEmpty()
            ? List.of()
            : Arrays.asList(arguments.get(1).toString().split(";")),
        arguments.stream().skip(2).map(DirectMethodHandleDesc.class::cast).toList());
  }

  private ClassDesc component(int i) {
    return getters.get(i).invocationType().returnType();
  }

  private void load(CodeBuilder code, int slot, int i) {
    code.aload(slot).getfield(type, names.get(i), component(i));
  }

  void equal(CodeBuilder code) {
    code.aload(0).aload(1).ifThen(Opcode.IF_ACMPEQ, same -> same.iconst_1().ireturn());
    code.aload(1).instanceOf(type).ifThen(Opcode.IFEQ, other -> other.iconst_0().ireturn());
    code.aload(1).checkcast(type).astore(2);
    for (int i = 0; i < names.size(); i++) {
      load(code, 0, i);
      load(code, 2, i);
      same(code, component(i));
      code.ifThen(Opcode.IFEQ, other -> other.iconst_0().ireturn());
    }
    code.iconst_1().ireturn();
  }

  /// Leaves 1 for two that are the same, else 0.
  private static void same(CodeBuilder code, ClassDesc component) {
    switch (TypeKind.from(component)) {
      case REFERENCE -> code.invokestatic(OBJECTS, "equals", EQUALS);
      case LONG, FLOAT, DOUBLE -> {
        code.invokestatic(
            box(component), "compare", MethodTypeDesc.of(CD_int, component, component));
        code.ifThenElse(Opcode.IFEQ, same -> same.iconst_1(), other -> other.iconst_0());
      }
      default ->
          code.ifThenElse(Opcode.IF_ICMPEQ, same -> same.iconst_1(), other -> other.iconst_0());
    }
  }

  void hash(CodeBuilder code) {
    code.iconst_0();
    for (int i = 0; i < names.size(); i++) {
      code.bipush(31).imul();
      load(code, 0, i);
      ClassDesc component = component(i);
      if (component.isPrimitive()) {
        code.invokestatic(box(component), "hashCode", MethodTypeDesc.of(CD_int, component));
      } else {
        code.invokestatic(OBJECTS, "hashCode", HASH);
      }
      code.iadd();
    }
    code.ireturn();
  }

  void text(CodeBuilder code) {
    String binary = type.displayName();
    String simple = binary.substring(binary.lastIndexOf('$') + 1).replaceFirst("^[0-9]+", "");
    code.new_(BUILDER).dup().invokespecial(BUILDER, "<init>", MethodTypeDesc.ofDescriptor("()V"));
    append(code, simple + "[");
    for (int i = 0; i < names.size(); i++) {
      append(code, (i > 0 ? ", " : "") + names.get(i) + "=");
      load(code, 0, i);
      ClassDesc component = component(i);
      ClassDesc shown = component.isPrimitive() ? component : CD_Object;
      code.invokestatic(CD_String, "valueOf", MethodTypeDesc.of(CD_String, wide(shown)));
      code.invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, CD_String));
    }
    append(code, "]");
    code.invokevirtual(BUILDER, "toString", MethodTypeDesc.of(CD_String)).areturn();
  }

  private static ClassDesc wide(ClassDesc shown) {
    return switch (shown.descriptorString()) {
      case "B", "S" -> CD_int;
      default -> shown;
    };
  }

  private static void append(CodeBuilder code, String text) {
    code.ldc(text).invokevirtual(BUILDER, "append", MethodTypeDesc.of(BUILDER, CD_String));
  }

  private static ClassDesc box(ClassDesc primitive) {
    return ClassDesc.of(
        "java.lang."
            + switch (primitive.descriptorString()) {
              case "I" -> "Integer";
              case "Z" -> "Boolean";
              case "J" -> "Long";
              case "C" -> "Character";
              case "B" -> "Byte";
              case "S" -> "Short";
              case "F" -> "Float";
              case "D" -> "Double";
              default -> throw new IllegalStateException("no box for " + primitive);
            });
  }
}
