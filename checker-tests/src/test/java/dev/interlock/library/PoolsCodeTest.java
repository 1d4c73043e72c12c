package dev.interlock.library;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import org.junit.jupiter.api.Test;

/** Data sources, and what pools call. */
final class PoolsCodeTest {

  @Test
  void dataSourceThatConnectsOnDemand() {
    expect(
        """
        import java.sql.Connection;
        import java.sql.SQLException;
        import javax.sql.ConnectionPoolDataSource;
        import javax.sql.PooledConnection;

        abstract class Cellar implements ConnectionPoolDataSource {
          private int opened;
          private int asked;

          @Override
          public PooledConnection getPooledConnection() throws SQLException {
            opened++; // BUG: UnsafeReadModifyWrite
            return null;
          }

          public int getLoginTimeout() {
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
