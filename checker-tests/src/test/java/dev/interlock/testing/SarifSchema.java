package dev.interlock.testing;

import static com.google.common.collect.ImmutableList.toImmutableList;
import static com.google.common.truth.Truth.assertWithMessage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.common.io.Resources;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Path;

/** The schema that OASIS publishes for SARIF 2.1.0. */
public final class SarifSchema {
  private static final URL SCHEMA = Resources.getResource("schema/sarif-schema-2.1.0.json");

  private SarifSchema() {}

  /** Returns what is in a file, which must be valid. */
  public static JsonNode read(Path sarif) {
    try {
      ObjectMapper json = new ObjectMapper();
      JsonNode log = json.readTree(sarif.toFile());
      JsonSchema schema =
          JsonSchemaFactory.getInstance(VersionFlag.V7)
              .getSchema(
                  json.readTree(SCHEMA),
                  SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build());
      assertWithMessage(log.toPrettyString())
          .that(
              schema.validate(log).stream()
                  .map(ValidationMessage::getMessage)
                  .collect(toImmutableList()))
          .isEmpty();
      return log;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the only result in a file, which must be valid. */
  public static JsonNode readOnlyResult(Path sarif) {
    JsonNode results = read(sarif).at("/runs/0/results");
    assertWithMessage(results.toPrettyString()).that(results.size()).isEqualTo(1);
    return results.get(0);
  }
}
