package dev.interlock.bugpatterns;

import dev.interlock.testing.CheckTester;
import org.junit.jupiter.api.Test;

/** What a container keeps for all requests of one browser, or of one application. */
final class SharedSessionsTest {
  private static final String CONTEXT =
      """
      package jakarta.servlet;

      public interface ServletContext {
        Object getAttribute(String name);

        void setAttribute(String name, Object value);
      }
      """;

  private static final String API =
      """
      package jakarta.servlet.http;

      import jakarta.servlet.ServletContext;

      interface HttpSession {
        Object getAttribute(String name);

        void setAttribute(String name, Object value);

        void removeAttribute(String name);

        ServletContext getServletContext();
      }

      interface HttpServletRequest {
        HttpSession getSession();

        Object getAttribute(String name);

        void setAttribute(String name, Object value);
      }

      interface HttpServletResponse {}

      abstract class HttpServlet {
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {}
      }
      """;

  private static final String VISITS =
      """
      package jakarta.servlet.http;

      import jakarta.servlet.ServletContext;

      class Visits extends HttpServlet {
        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) {
          HttpSession session = request.getSession();
          BODY
        }
      }
      """;

  @Test
  void attributeIsReadAndSetAgain() {
    CheckTester.of(
            CONTEXT,
            API,
            VISITS.replace(
                "BODY",
                """
                Integer visits = (Integer) session.getAttribute("visits");
                session.setAttribute("visits", visits + 1); // BUG: NonAtomicCheckThenAct
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void attributeIsReadAndSetAgainUnderTheMonitorOfTheSession() {
    CheckTester.of(
            CONTEXT,
            API,
            VISITS.replace(
                "BODY",
                """
                synchronized (session) {
                  Integer visits = (Integer) session.getAttribute("visits");
                  session.setAttribute("visits", visits + 1);
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void attributeOfTheApplicationIsReadAndSetAgain() {
    CheckTester.of(
            CONTEXT,
            API,
            VISITS.replace(
                "BODY",
                """
                ServletContext all = session.getServletContext();
                Integer visits = (Integer) all.getAttribute("visits");
                all.setAttribute("visits", visits + 1); // BUG: NonAtomicCheckThenAct
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void attributeIsReadAndRemoved() {
    CheckTester.of(
            CONTEXT,
            API,
            VISITS.replace(
                "BODY",
                """
                Object message = session.getAttribute("message");
                if (message != null) {
                  request.setAttribute("message", message);
                  session.removeAttribute("message");
                }
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void attributeOfTheRequestIsReadAndSetAgain() {
    CheckTester.of(
            CONTEXT,
            API,
            VISITS.replace(
                "BODY",
                """
                Integer steps = (Integer) request.getAttribute("steps");
                request.setAttribute("steps", steps + 1);
                """))
        .reportsWhatIsMarked();
  }

  @Test
  void objectInTheSessionCountsForEachRequest() {
    CheckTester.of(
            CONTEXT,
            API,
            VISITS.replace(
                "BODY",
                """
                Cart cart = (Cart) session.getAttribute("cart");
                cart.items++; // BUG: UnsafeReadModifyWrite
                """),
            "package jakarta.servlet.http; class Cart { int items; }")
        .reportsWhatIsMarked();
  }

  @Test
  void objectInTheSessionCountsUnderItsMonitor() {
    CheckTester.of(
            CONTEXT,
            API,
            VISITS.replace(
                "BODY",
                """
                Cart cart = (Cart) session.getAttribute("cart");
                synchronized (cart) {
                  cart.items++;
                }
                """),
            "package jakarta.servlet.http; class Cart { int items; }")
        .reportsWhatIsMarked();
  }
}
