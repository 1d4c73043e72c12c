package dev.interlock.examples.cache;

import java.util.Set;

/** Which products are sold together; never changes, but takes a while to answer. */
public interface Catalogue {
  /** The family that the product belongs to. */
  String familyOf(String product);

  /** All products of the family. */
  Set<String> productsOf(String family);
}
