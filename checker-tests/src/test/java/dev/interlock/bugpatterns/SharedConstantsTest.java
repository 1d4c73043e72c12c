package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** Caches and tools of objects that static variables hold. */
final class SharedConstantsTest {

  @Test
  void cacheOfAConstant() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            public class Runes {
              private static final Runes ELDER = new Runes();

              private final Map<String, String> sounds = new HashMap<>();

              public static Runes elder() {
                return ELDER;
              }

              public String sound(String rune) {
                String sound = sounds.get(rune);
                if (sound == null) {
                  sound = rune.strip();
                  sounds.put(rune, sound); // BUG: UnguardedCollectionMutation
                }
                return sound;
              }

              public void name(String rune, String sound) {
                sounds.put(rune, sound);
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cacheOfAnObjectOfItsOwn() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            public class Runes {
              private static final int MOST = 24;

              private final Map<String, String> sounds = new HashMap<>();

              public String sound(String rune) {
                String sound = sounds.get(rune);
                if (sound == null && sounds.size() < MOST) {
                  sound = rune.strip();
                  sounds.put(rune, sound);
                }
                return sound;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void cacheThatIsLocked() {
    CheckTester.of(
            """
            import java.util.HashMap;
            import java.util.Map;

            public class Runes {
              public static final Runes ELDER = new Runes();

              private final Map<String, String> sounds = new HashMap<>();

              public synchronized String sound(String rune) {
                String sound = sounds.get(rune);
                if (sound == null) {
                  sound = rune.strip();
                  sounds.put(rune, sound);
                }
                return sound;
              }
            }
            """)
        .reportsWhatIsMarked();
  }

  @Test
  void toolsOfObjectsInAStaticMap() {
    CheckTester.of(
            """
            import java.security.MessageDigest;
            import java.security.NoSuchAlgorithmException;
            import java.util.ArrayList;
            import java.util.HashMap;
            import java.util.List;
            import java.util.Map;

            public class Stamps {
              interface Stamp {
                byte[] of(byte[] letter);
              }

              public static class Wax implements Stamp {
                private final MessageDigest digest;
                private final List<byte[]> seen = new ArrayList<>();

                Wax() throws NoSuchAlgorithmException {
                  digest = MessageDigest.getInstance("SHA-256");
                }

                @Override
                public byte[] of(byte[] letter) {
                  return digest.digest(letter); // BUG: UnguardedCollectionMutation
                }

                public boolean see(byte[] letter) {
                  return seen.add(letter);
                }
              }

              public static class Ink implements Stamp {
                private final MessageDigest digest;

                Ink(MessageDigest digest) {
                  this.digest = digest;
                }

                @Override
                public byte[] of(byte[] letter) {
                  return digest.digest(letter);
                }
              }

              private static final Map<String, Stamp> STAMPS = new HashMap<>();

              static {
                try {
                  STAMPS.put("wax", new Wax());
                } catch (NoSuchAlgorithmException e) {
                  throw new IllegalStateException(e);
                }
              }
            }
            """)
        .reportsWhatIsMarked();
  }
}
