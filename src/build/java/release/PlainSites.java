package release;

import java.io.InputStream;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDesc;
import java.lang.constant.DirectMethodHandleDesc;
import java.lang.constant.MethodTypeDesc;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;

/// Classes whose switches over types, and whose records' `equals`, `hashCode` and `toString`, are
/// code like any other. The compiler leaves both to the JVM, which makes their code when they are
/// first run, and no archive takes it: each takes a millisecond of a start and more.
///
/// What they do is told by the JDK's own bootstraps, `SwitchBootstraps` and `ObjectMethods`. A
/// switch with a label that is no type stays as it is.
final class PlainSites {

  private static final ClassDesc SWITCHES = ClassDesc.of("java.lang.runtime.SwitchBootstraps");
  private static final ClassDesc RECORDS = ClassDesc.of("java.lang.runtime.ObjectMethods");

  private final ClassFile classes;

  /// @param opened a class of the program, by its name with slashes; null where there is none
  PlainSites(Function<String, InputStream> opened) {
    this.classes =
        ClassFile.of(
            ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(
                        (ClassDesc type) -> opened.apply(internal(type)))
                    .orElse(ClassHierarchyResolver.defaultResolver())));
  }

  private static String internal(ClassDesc type) {
    String descriptor = type.descriptorString();
    return descriptor.substring(1, descriptor.length() - 1);
  }

  /// The class, its sites made plain.
  byte[] in(byte[] bytes) {
    ClassModel model = classes.parse(bytes);
    var made = new ArrayList<Consumer<ClassBuilder>>();
    byte[] plain =
        classes.transformClass(
            model,
            ClassTransform.transformingMethodBodies(
                (code, element) -> site(model, code, element, made)));
    // Only now are all of them known.
    return made.isEmpty()
        ? bytes
        : classes.transformClass(
            classes.parse(plain),
            ClassTransform.endHandler(builder -> made.forEach(one -> one.accept(builder))));
  }

  private static void site(
      ClassModel model, CodeBuilder out, CodeElement one, List<Consumer<ClassBuilder>> made) {
    if (!(one instanceof InvokeDynamicInstruction dynamic)) {
      out.with(one);
      return;
    }
    Optional<Consumer<CodeBuilder>> code = code(dynamic);
    if (code.isEmpty()) {
      out.with(one);
      return;
    }
    String name = "plain$" + made.size();
    MethodTypeDesc type = dynamic.typeSymbol();
    made.add(method(name, type, code.get()));
    boolean isInterface = model.flags().has(AccessFlag.INTERFACE);
    out.invokestatic(model.thisClass().asSymbol(), name, type, isInterface);
  }

  /// What a site does; empty for one that stays.
  private static Optional<Consumer<CodeBuilder>> code(InvokeDynamicInstruction site) {
    DirectMethodHandleDesc bootstrap = site.bootstrapMethod();
    List<ConstantDesc> arguments = site.bootstrapArgs();
    if (bootstrap.owner().equals(RECORDS)) {
      var record = new RecordSites(arguments);
      return Optional.of(
          switch (site.name().stringValue()) {
            case "equals" -> record::equal;
            case "hashCode" -> record::hash;
            case "toString" -> record::text;
            default -> throw new IllegalStateException("records have no " + site.name());
          });
    }
    boolean isOverTypes =
        bootstrap.owner().equals(SWITCHES)
            && bootstrap.methodName().equals("typeSwitch")
            && arguments.stream().allMatch(ClassDesc.class::isInstance);
    List<ClassDesc> labels =
        isOverTypes ? arguments.stream().map(ClassDesc.class::cast).toList() : List.of();
    return isOverTypes ? Optional.of(code -> ofTypes(code, labels)) : Optional.empty();
  }

  private static Consumer<ClassBuilder> method(
      String name, MethodTypeDesc type, Consumer<CodeBuilder> code) {
    int flags = ClassFile.ACC_PRIVATE | ClassFile.ACC_STATIC | ClassFile.ACC_SYNTHETIC;
    return builder -> builder.withMethodBody(name, type, flags, code);
  }

  /// The number of the first label, from the one that the second argument says, that the first is
  /// of; -1 for null, and how many there are for none.
  private static void ofTypes(CodeBuilder code, List<ClassDesc> labels) {
    code.aload(0).ifThen(Opcode.IFNULL, none -> none.iconst_m1().ireturn());
    for (int i = 0; i < labels.size(); i++) {
      int number = i;
      code.iload(1)
          .loadConstant(number)
          .ifThen(
              Opcode.IF_ICMPLE,
              asked ->
                  asked
                      .aload(0)
                      .instanceOf(labels.get(number))
                      .ifThen(found -> found.loadConstant(number).ireturn()));
    }
    code.loadConstant(labels.size()).ireturn();
  }
}
