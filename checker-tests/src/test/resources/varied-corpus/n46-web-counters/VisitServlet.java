package site.visits;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;

public class VisitServlet extends HttpServlet {
    private static final String TOTAL = "visits.total";

    private AtomicLong pages;
    private int startups;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        startups++;
        pages = new AtomicLong();
        config.getServletContext().setAttribute(TOTAL, 0);
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        pages.incrementAndGet();
        ServletContext app = getServletContext();
        Integer total = (Integer) app.getAttribute(TOTAL); // RACE check-then-act #1
        app.setAttribute(TOTAL, total + 1); // RACE check-then-act #1
        HttpSession session = req.getSession();
        Integer mine = (Integer) session.getAttribute("visits"); // MAYBE
        session.setAttribute("visits", mine == null ? 1 : mine + 1); // MAYBE
        Integer forwards = (Integer) req.getAttribute("forwards");
        req.setAttribute("forwards", forwards == null ? 1 : forwards + 1);
        resp.getWriter().println(total + " visits since start " + startups + ", " + pages + " pages");
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) {
        ServletContext app = getServletContext();
        synchronized (app) {
            Integer posts = (Integer) app.getAttribute("visits.posts");
            app.setAttribute("visits.posts", posts == null ? 1 : posts + 1);
        }
    }
}
