package dev.interlock.analysis.lock;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** Holds the dataflow library behind {@link HeldLocks}. */
final class DataflowLibraryTest {
  private static final String LIBRARY = "org.checkerframework.errorprone..";

  private static final JavaClasses PLUGIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.interlock");

  @Test
  void noOtherPackageUsesTheLibrary() {
    noClasses()
        .that()
        .resideOutsideOfPackage("dev.interlock.analysis.lock")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(LIBRARY)
        .check(PLUGIN);
  }

  @Test
  void noPublicClassUsesTheLibraryInItsSignature() {
    classes()
        .that()
        .areAssignableTo(HeldLocks.class)
        .or()
        .areAssignableTo(LockOperation.class)
        .should()
        .onlyDependOnClassesThat()
        .resideOutsideOfPackage(LIBRARY)
        .check(PLUGIN);
  }
}
