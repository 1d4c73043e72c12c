package dev.interlock.library;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import org.junit.jupiter.api.Test;

/** What pools call. */
final class PoolsCodeTest {

  @Test
  void listenerToConnections() {
    expect(
        """
        import java.util.ArrayList;
        import java.util.List;
        import javax.sql.ConnectionEvent;
        import javax.sql.ConnectionEventListener;

        class Wharf implements ConnectionEventListener {
          private final List<Object> back = new ArrayList<>();
          private int asked;

          @Override
          public void connectionClosed(ConnectionEvent event) {
            back.add(event.getSource()); // BUG: UnguardedCollectionMutation
          }

          @Override
          public void connectionErrorOccurred(ConnectionEvent event) {}

          public int ask() {
            return asked++;
          }
        }
        """);
  }

  @Test
  void factoryOfAPool() {
    expect(
        """
        import java.util.HashSet;
        import java.util.Set;
        import org.apache.commons.pool2.BasePooledObjectFactory;
        import org.apache.commons.pool2.PooledObject;
        import org.apache.commons.pool2.impl.DefaultPooledObject;

        class Boats extends BasePooledObjectFactory<StringBuilder> {
          private final Set<Object> validating = new HashSet<>();

          @Override
          public StringBuilder create() {
            return new StringBuilder();
          }

          @Override
          public PooledObject<StringBuilder> wrap(StringBuilder boat) {
            return new DefaultPooledObject<>(boat);
          }

          @Override
          public boolean validateObject(PooledObject<StringBuilder> boat) {
            validating.add(boat); // BUG: UnguardedCollectionMutation
            return boat.getObject().length() == 0;
          }

          @Override
          public void passivateObject(PooledObject<StringBuilder> boat) {
            boat.getObject().setLength(0);
          }
        }
        """);
  }

  @Test
  void factoryThatLocks() {
    expect(
        """
        import java.util.HashSet;
        import java.util.Set;
        import org.apache.commons.pool.BasePoolableObjectFactory;

        class Boats extends BasePoolableObjectFactory<Object> {
          private final Set<Object> made = new HashSet<>();

          @Override
          public synchronized Object makeObject() {
            Object boat = new Object();
            made.add(boat);
            return boat;
          }
        }
        """);
  }

  private static void expect(String source) {
    CheckTester.of(source)
        .withOptions(
            "-cp",
            System.getProperty("java.class.path")
                + File.pathSeparator
                + ModelledLibraries.classpath())
        .reportsWhatIsMarked();
  }
}
