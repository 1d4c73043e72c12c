package org.prooflog.hash;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Immutable but for values that are computed late: each thread that comes too early computes the
 * same value again, and nobody can tell.
 */
final class Fingerprint {
  private final byte[] bytes;
  private int hash;
  private String hex;
  private volatile Integer checksum;

  Fingerprint(byte[] bytes) {
    this.bytes = bytes.clone();
  }

  @Override
  public int hashCode() {
    int h = hash;
    if (h == 0) {
      h = Arrays.hashCode(bytes);
      hash = h;
    }
    return h;
  }

  @Override
  public boolean equals(Object o) {
    return o instanceof Fingerprint other && Arrays.equals(bytes, other.bytes);
  }

  /** One read, one write; a String is safe to publish by a race. */
  String hex() {
    String result = hex;
    if (result == null) {
      StringBuilder text = new StringBuilder();
      for (byte b : bytes) {
        text.append(Integer.toHexString(b & 0xff));
      }
      result = text.toString();
      hex = result;
    }
    return result;
  }

  int checksum() {
    Integer c = checksum;
    if (c == null) {
      int sum = 0;
      for (byte b : bytes) {
        sum += b;
      }
      c = sum;
      checksum = c;
    }
    return c;
  }
}

class ProofLog {
  private final ExecutorService verifiers;

  ProofLog(ExecutorService verifiers) {
    this.verifiers = verifiers;
  }

  void verify(List<String> entries) {
    Fingerprint root = new Fingerprint("root".getBytes(StandardCharsets.UTF_8));
    for (String entry : entries) {
      Fingerprint leaf = new Fingerprint(entry.getBytes(StandardCharsets.UTF_8));
      verifiers.execute(
          () -> {
            if (leaf.equals(root) && root.hashCode() == leaf.hashCode()) {
              System.out.println(root.hex() + root.checksum());
            }
          });
    }
  }
}
