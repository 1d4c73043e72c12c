package visits;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;

/** Serves the visit statistics pixel. */
public class VisitTrackingServlet extends HttpServlet {

    private static final String PAGES = "visits.pages";

    private final Map<String, AtomicInteger> hitsByPath = new ConcurrentSkipListMap<>();
    private final Map<String, Integer> hitsByAgent = new TreeMap<>();
    private final AtomicInteger inFlight = new AtomicInteger();
    private int maxInFlight;
    private long served;

    @Override
    public void init() throws ServletException {
        served = 0;
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        int now = inFlight.incrementAndGet();
        try {
            noteMax(now);
            hitsByPath.computeIfAbsent(req.getPathInfo(), p -> new AtomicInteger()).incrementAndGet();
            countAgent(req.getHeader("User-Agent"));
            HttpSession session = req.getSession(true);
            Integer pages = (Integer) session.getAttribute(PAGES);
            session.setAttribute(PAGES, pages == null ? 1 : pages + 1); // RACE check-then-act #1
            served++; // RACE rmw #2
            resp.setContentType("image/gif");
            resp.getOutputStream().write(Pixel.bytes());
        } finally {
            inFlight.decrementAndGet();
        }
    }

    private synchronized void noteMax(int now) {
        if (now > maxInFlight) {
            maxInFlight = now;
        }
    }

    private void countAgent(String agent) {
        String key = agent == null ? "unknown" : agent;
        synchronized (hitsByAgent) {
            Integer old = hitsByAgent.get(key);
            hitsByAgent.put(key, old == null ? 1 : old + 1);
        }
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        StringBuilder report = new StringBuilder();
        hitsByPath.forEach((p, n) -> report.append(p).append('=').append(n.get()).append('\n'));
        synchronized (hitsByAgent) {
            hitsByAgent.forEach((a, n) -> report.append(a).append('=').append(n).append('\n'));
            hitsByAgent.clear();
        }
        resp.getWriter().append(report).flush();
    }
}
