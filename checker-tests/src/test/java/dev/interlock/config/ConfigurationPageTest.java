package dev.interlock.config;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertThat;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import dev.interlock.testing.BuildLayout;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The page of the options knows all of them. */
final class ConfigurationPageTest {
  private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");
  private static final Pattern MENTION = Pattern.compile("Interlock:(\\w+)=");

  @Test
  void tableHasOneRowForEachOption() throws IOException {
    assertThat(find(ROW)).containsExactlyElementsIn(Options.NAMES);
  }

  @Test
  void optionsThatAreMentionedExist() throws IOException {
    assertThat(Options.NAMES).containsAtLeastElementsIn(ImmutableSet.copyOf(find(MENTION)));
  }

  private static ImmutableList<String> find(Pattern pattern) throws IOException {
    String page = Files.readString(BuildLayout.projectRoot().resolve("docs/configuration.md"));
    return pattern.matcher(page).results().map(found -> found.group(1)).collect(toImmutableList());
  }
}
