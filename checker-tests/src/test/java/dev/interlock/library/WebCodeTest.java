package dev.interlock.library;

import dev.interlock.testing.CheckTester;
import dev.interlock.testing.ModelledLibraries;
import java.io.File;
import org.junit.jupiter.api.Test;

/** Servlets, resources, beans of containers, services of gRPC. */
final class WebCodeTest {

  @Test
  void fieldOfAServlet() {
    expect(
        """
        import jakarta.servlet.http.HttpServlet;
        import jakarta.servlet.http.HttpServletRequest;
        import jakarta.servlet.http.HttpServletResponse;

        class Visits extends HttpServlet {
          private int visits;

          @Override
          protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            visits++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void fieldThatAServletSetsUp() {
    expect(
        """
        import jakarta.servlet.http.HttpServlet;
        import jakarta.servlet.http.HttpServletRequest;
        import jakarta.servlet.http.HttpServletResponse;

        class Visits extends HttpServlet {
          private int limit;

          @Override
          public void init() {
            limit++;
          }

          @Override
          protected void doGet(HttpServletRequest request, HttpServletResponse response) {
            response.setStatus(limit);
          }
        }
        """);
  }

  @Test
  void collectionOfAFilter() {
    expect(
        """
        import java.util.HashSet;
        import java.util.Set;
        import javax.servlet.Filter;
        import javax.servlet.FilterChain;
        import javax.servlet.FilterConfig;
        import javax.servlet.ServletRequest;
        import javax.servlet.ServletResponse;

        class Addresses implements Filter {
          private final Set<String> addresses = new HashSet<>();

          @Override
          public void init(FilterConfig config) {
            addresses.add(config.getFilterName());
          }

          @Override
          public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain) {
            addresses.add(request.getRemoteAddr()); // BUG: UnguardedCollectionMutation
          }

          @Override
          public void destroy() {}
        }
        """);
  }

  @Test
  void resourceThatServesAllRequests() {
    expect(
        """
        import jakarta.inject.Singleton;
        import jakarta.ws.rs.GET;
        import jakarta.ws.rs.Path;

        @Singleton
        @Path("/tickets")
        class Tickets {
          private int last;

          @GET
          public int next() {
            return ++last; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void resourceThatIsMadeForEachRequest() {
    expect(
        """
        import jakarta.ws.rs.GET;
        import jakarta.ws.rs.Path;

        @Path("/tickets")
        class Tickets {
          private int last;

          @GET
          public int next() {
            return ++last;
          }
        }
        """);
  }

  @Test
  void beanOfTheApplication() {
    expect(
        """
        import jakarta.enterprise.context.ApplicationScoped;

        @ApplicationScoped
        class Stock {
          private int pieces;

          public boolean take() {
            if (pieces == 0) {
              return false;
            }
            pieces--; // BUG: UnsafeReadModifyWrite
            return true;
          }
        }
        """);
  }

  @Test
  void beanOfARequest() {
    expect(
        """
        import jakarta.enterprise.context.RequestScoped;

        @RequestScoped
        class Stock {
          private int pieces;

          public boolean take() {
            if (pieces == 0) {
              return false;
            }
            pieces--;
            return true;
          }
        }
        """);
  }

  @Test
  void beanThatTheContainerLocks() {
    expect(
        """
        import jakarta.ejb.Singleton;

        @Singleton
        class Numbers {
          private int last;

          public int next() {
            return ++last;
          }
        }
        """);
  }

  @Test
  void beanThatLocksForItself() {
    expect(
        """
        import jakarta.ejb.ConcurrencyManagement;
        import jakarta.ejb.ConcurrencyManagementType;
        import jakarta.ejb.Singleton;

        @Singleton
        @ConcurrencyManagement(ConcurrencyManagementType.BEAN)
        class Numbers {
          private int last;

          public int next() {
            return ++last; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void beanThatTheContainerLocksByExpressWish() {
    expect(
        """
        import jakarta.ejb.ConcurrencyManagement;
        import jakarta.ejb.ConcurrencyManagementType;
        import jakarta.ejb.Singleton;

        @Singleton
        @ConcurrencyManagement(ConcurrencyManagementType.CONTAINER)
        class Numbers {
          private int last;

          public int next() {
            return ++last;
          }
        }
        """);
  }

  @Test
  void updateUnderTheReadLockOfTheContainer() {
    expect(
        """
        import javax.ejb.Lock;
        import javax.ejb.LockType;
        import javax.ejb.Singleton;

        @Singleton
        class Rates {
          private double rate;
          private int lookups;
          private int updates;

          @Lock(LockType.READ)
          public double get() {
            lookups++; // BUG: UnsafeReadModifyWrite
            return rate;
          }

          public void update(double rate) {
            this.rate = rate;
            updates++;
          }
        }
        """);
  }

  @Test
  void readLockOfTheContainerForAllMethodsButOne() {
    expect(
        """
        import jakarta.ejb.Lock;
        import jakarta.ejb.LockType;
        import jakarta.ejb.Singleton;

        @Singleton
        @Lock(LockType.READ)
        class Rates {
          private double rate;
          private int lookups;
          private int updates;

          public double get() {
            lookups++; // BUG: UnsafeReadModifyWrite
            return rate;
          }

          @Lock(LockType.WRITE)
          public void update(double rate) {
            this.rate = rate;
            updates++;
          }
        }
        """);
  }

  @Test
  void testThatRunsOnSeveralThreads() {
    expect(
        """
        import org.testng.annotations.BeforeClass;
        import org.testng.annotations.Test;

        public class LoadTest {
          private int loads;
          private int checks;
          private int starts;

          @BeforeClass
          public void start() {
            starts++;
          }

          @Test(threadPoolSize = 8, invocationCount = 100)
          public void load() {
            loads++; // BUG: UnsafeReadModifyWrite
          }

          @Test(invocationCount = 100)
          public void check() {
            checks++;
          }
        }
        """);
  }

  @Test
  void serviceOfGrpc() {
    expect(
        """
        import io.grpc.BindableService;
        import io.grpc.ServerServiceDefinition;
        import io.grpc.stub.StreamObserver;

        class Greeter implements BindableService {
          private int calls;

          @Override
          public ServerServiceDefinition bindService() {
            return ServerServiceDefinition.builder("greeter").build();
          }

          public void greet(String name, StreamObserver<String> answers) {
            calls++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void streamOfOneCall() {
    expect(
        """
        import io.grpc.stub.StreamObserver;

        class Sums {
          static StreamObserver<Integer> sum(StreamObserver<Integer> answers) {
            return new StreamObserver<Integer>() {
              private int sum;

              @Override
              public void onNext(Integer number) {
                sum += number;
              }

              @Override
              public void onError(Throwable error) {}

              @Override
              public void onCompleted() {
                answers.onNext(sum);
              }
            };
          }
        }
        """);
  }

  @Test
  void handlersOfServersWithAndWithoutThreads() {
    expect(
        """
        import com.sun.net.httpserver.HttpExchange;
        import com.sun.net.httpserver.HttpHandler;
        import com.sun.net.httpserver.HttpServer;
        import java.io.IOException;
        import java.util.concurrent.Executors;

        class Sites {
          static void open(HttpServer later) throws IOException {
            HttpServer pages = HttpServer.create();
            pages.createContext("/", new Pages());
            pages.setExecutor(Executors.newFixedThreadPool(8));
            HttpServer status = HttpServer.create();
            status.createContext("/", new Status());
            status.setExecutor(null);
            later.createContext("/", new Later());
            pages.start();
            status.start();
          }
        }

        class Pages implements HttpHandler {
          private int asked;

          @Override
          public void handle(HttpExchange exchange) {
            asked++; // BUG: UnsafeReadModifyWrite
          }
        }

        class Status implements HttpHandler {
          private int asked;

          @Override
          public void handle(HttpExchange exchange) {
            asked++;
          }
        }

        class Later implements HttpHandler {
          private int asked;

          @Override
          public void handle(HttpExchange exchange) {
            asked++; // BUG: UnsafeReadModifyWrite
          }
        }

        class Unknown implements HttpHandler {
          private int asked;

          @Override
          public void handle(HttpExchange exchange) {
            asked++; // BUG: UnsafeReadModifyWrite
          }
        }
        """);
  }

  @Test
  void handlerOfAServerThatOthersGiveThreads() {
    expect(
        """
        import com.sun.net.httpserver.HttpServer;
        import java.io.IOException;
        import java.util.concurrent.Executors;

        class Site {
          private final HttpServer server;
          private int asked;

          Site() throws IOException {
            server = HttpServer.create();
            server.createContext("/", exchange -> asked++); // BUG: UnsafeReadModifyWrite
          }

          void start() {
            server.setExecutor(Executors.newCachedThreadPool());
            server.start();
          }
        }
        """);
  }

  @Test
  void handlerOfAServerWithOneThread() {
    expect(
        """
        import com.sun.net.httpserver.HttpServer;
        import java.io.IOException;
        import java.util.concurrent.Executors;

        class Site {
          private final HttpServer server;
          private int asked;

          Site() throws IOException {
            server = HttpServer.create();
            server.createContext("/", exchange -> asked++);
          }

          void start() {
            server.setExecutor(Executors.newSingleThreadExecutor());
            server.start();
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
