package dev.interlock.library;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import org.junit.jupiter.api.Test;

/** Objects that a container has for each request or connection, and calls at once. */
final class PooledInstancesTest {

  @Test
  void staticStateOfAnEndpointForEachConnection() {
    expect(
        """
        import jakarta.websocket.OnMessage;
        import jakarta.websocket.OnOpen;
        import jakarta.websocket.Session;
        import jakarta.websocket.server.ServerEndpoint;
        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;

        @ServerEndpoint("/auction/{lot}")
        public class Auction {
          private static final Map<String, Integer> BIDS = new ConcurrentHashMap<>();
          private static int bidders;
          private static int most;
          private int own;

          @OnOpen
          public void join(Session session) {
            bidders++; // BUG: UnsafeReadModifyWrite
          }

          @OnMessage
          public void bid(String lot) {
            own++;
            BIDS.put(lot, BIDS.getOrDefault(lot, 0) + 1); // BUG: NonAtomicCheckThenAct
            if (own > most) {
              most = own; // BUG: NonAtomicCheckThenAct
            }
          }
        }
        """);
  }

  @Test
  void staticStateUnderTheLockOfTheClass() {
    expect(
        """
        import jakarta.websocket.OnMessage;
        import jakarta.websocket.server.ServerEndpoint;
        import java.util.Map;
        import java.util.concurrent.ConcurrentHashMap;

        @ServerEndpoint("/auction/{lot}")
        public class Auction {
          private static final Map<String, Integer> BIDS = new ConcurrentHashMap<>();
          private static int most;
          private int own;

          @OnMessage
          public void bid(String lot) {
            own++;
            BIDS.merge(lot, 1, Integer::sum);
            keep(own);
          }

          private static synchronized void keep(int bids) {
            if (bids > most) {
              most = bids;
            }
          }
        }
        """);
  }

  @Test
  void staticStateUnderTheLockOfOneInstance() {
    expect(
        """
        import javax.ejb.Stateless;

        @Stateless
        public class Transfers {
          private static int done;

          public synchronized void transfer() {
            done++; // BUG: InconsistentLocking
          }
        }
        """);
  }

  @Test
  void resourceThatIsMadeForEachRequest() {
    expect(
        """
        import jakarta.ws.rs.POST;
        import jakarta.ws.rs.Path;
        import java.util.ArrayList;
        import java.util.List;

        @Path("/orders")
        class Orders {
          private static long taken;
          private final List<String> warnings = new ArrayList<>();
          private int lines;

          @POST
          public String order(List<String> items) {
            for (String item : items) {
              lines++;
              warnings.add(item);
            }
            taken++; // BUG: UnsafeReadModifyWrite
            return lines + " of " + warnings;
          }
        }
        """);
  }

  @Test
  void resourceWhoseObjectIsRegistered() {
    expect(
        """
        import jakarta.ws.rs.POST;
        import jakarta.ws.rs.Path;
        import java.util.concurrent.atomic.AtomicLong;

        @Path("/orders")
        public class Orders {
          private final AtomicLong taken = new AtomicLong();

          @POST
          public void order() {
            taken.set(taken.get() + 1); // BUG: AtomicGetThenSet
          }
        }
        """);
  }

  @Test
  void listenerOfAPool() {
    expect(
        """
        import jakarta.ejb.MessageDriven;
        import jakarta.jms.Message;
        import jakarta.jms.MessageListener;

        @MessageDriven
        class Parcels implements MessageListener {
          private static int received;
          private int handled;

          @Override
          public void onMessage(Message message) {
            handled++;
            received++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void listenerThatIsAlone() {
    expect(
        """
        import jakarta.jms.Message;
        import jakarta.jms.MessageListener;

        class Parcels implements MessageListener {
          private static int received;
          private int handled;

          @Override
          public void onMessage(Message message) {
            handled++;
            received++;
          }
        }
        """);
  }

  @Test
  void counterThatTheInstancesOfARequestShare() {
    expect(
        """
        import jakarta.enterprise.context.RequestScoped;
        import jakarta.inject.Inject;

        class Hits {
          static final Hits ALL = new Hits();
          private int hits;

          void hit() {
            hits++; // BUG: UnsafeReadModifyWrite
          }
        }

        class Steps {
          private int steps;

          void step() {
            steps++;
          }
        }

        @RequestScoped
        class Page {
          private final Steps steps = new Steps();

          public void show() {
            Hits.ALL.hit();
            steps.step();
          }
        }
        """);
  }

  @Test
  void methodThatTheContainerCallsAsynchronouslyUnderItsLock() {
    expect(
        """
        import javax.ejb.Asynchronous;
        import javax.ejb.ConcurrencyManagement;
        import javax.ejb.ConcurrencyManagementType;
        import javax.ejb.Singleton;

        @Singleton
        class Imports {
          private int done;

          @Asynchronous
          public void load() {
            done++;
          }
        }

        @Singleton
        @ConcurrencyManagement(ConcurrencyManagementType.BEAN)
        class Exports {
          private int done;

          @Asynchronous
          public void store() {
            done++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  private static void expect(String source) {
    String classpath =
        ModelledLibraries.classpath() + File.pathSeparator + System.getProperty("java.class.path");
    CheckTester.of(source).withOptions("-classpath", classpath).reportsWhatIsMarked();
  }
}
