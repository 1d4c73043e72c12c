package dev.interlock.util;

import static com.google.common.collect.ImmutableSet.toImmutableSet;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableSet;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.AccessTarget.FieldAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.interlock.testing.ErrorProneRelease;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the plugin uses of Error Prone is the same in all releases; what is not, is backported. */
final class BackportsTest {
  private static final String ERROR_PRONE = "com.google.errorprone";

  private static final JavaClasses PLUGIN =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.interlock");

  @ParameterizedTest
  @EnumSource
  void whatThePluginUsesIsThere(ErrorProneRelease release) {
    JavaClasses api = apiOf(release);
    ImmutableSet<JavaAccess<?>> uses =
        PLUGIN.stream()
            .flatMap(type -> type.getAccessesFromSelf().stream())
            .filter(use -> ownerOf(use.getTarget()).getPackageName().startsWith(ERROR_PRONE))
            .collect(toImmutableSet());

    assertThat(uses).isNotEmpty();
    assertThat(
            uses.stream()
                .filter(use -> !isIn(api, use.getTarget()))
                .map(JavaAccess::getDescription)
                .collect(toImmutableSet()))
        .isEmpty();
  }

  private static JavaClasses apiOf(ErrorProneRelease release) {
    return new ClassFileImporter()
        .importUrls(
            release.processorPath().stream()
                .filter(
                    jar ->
                        jar.getFileName()
                            .toString()
                            .matches("error_prone_(annotations?|check_api)-.*"))
                .map(BackportsTest::insideOf)
                .collect(toImmutableSet()));
  }

  private static URL insideOf(Path jar) {
    try {
      return URI.create("jar:" + jar.toUri() + "!/").toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /** Returns the class that declares what is used, which the user may name by a subclass. */
  private static JavaClass ownerOf(AccessTarget target) {
    return target.resolveMember().map(JavaMember::getOwner).orElse(target.getOwner());
  }

  private static boolean isIn(JavaClasses api, AccessTarget target) {
    String owner = ownerOf(target).getName();
    return api.contain(owner)
        && Stream.concat(Stream.of(api.get(owner)), api.get(owner).getAllRawSuperclasses().stream())
            .flatMap(type -> type.getMembers().stream())
            .anyMatch(member -> isSame(member, target));
  }

  private static boolean isSame(JavaMember member, AccessTarget target) {
    if (!member.getName().equals(target.getName())) {
      return false;
    }
    if (target instanceof FieldAccessTarget field) {
      return member instanceof JavaField found
          && found.getRawType().getName().equals(field.getRawType().getName());
    }
    return target instanceof CodeUnitAccessTarget unit
        && member instanceof JavaCodeUnit found
        && found.getRawReturnType().getName().equals(unit.getRawReturnType().getName())
        && HasName.Utils.namesOf(found.getRawParameterTypes())
            .equals(HasName.Utils.namesOf(unit.getRawParameterTypes()));
  }
}
