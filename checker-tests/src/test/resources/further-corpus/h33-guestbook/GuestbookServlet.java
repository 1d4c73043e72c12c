package guestbook;

import jakarta.servlet.ServletConfig;
import jakarta.servlet.ServletContext;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

public class GuestbookServlet extends HttpServlet {

    private final List<String> entries = new ArrayList<>();
    private final AtomicInteger posts = new AtomicInteger();
    private int pageSize = 20;
    private int views;
    private String lastAuthor;

    @Override
    public void init(ServletConfig config) throws ServletException {
        super.init(config);
        String size = config.getInitParameter("pageSize");
        if (size != null) {
            pageSize = Integer.parseInt(size);
        }
        if (pageSize > 100) {
            pageSize = 100;
        }
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        views++; // RACE read-modify-write #1
        int shown = 0;
        StringBuilder page = new StringBuilder("<ul>");
        synchronized (entries) {
            for (int i = entries.size() - 1; i >= 0 && shown < pageSize; i--) {
                page.append("<li>").append(entries.get(i)).append("</li>");
                shown++;
            }
        }
        Integer renders = (Integer) req.getAttribute("renders");
        req.setAttribute("renders", renders == null ? 1 : renders + 1);
        resp.getWriter().print(page.append("</ul>"));
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String author = req.getParameter("author");
        String text = req.getParameter("text");
        Draft draft = new Draft();
        draft.append(author).append(": ").append(text);
        synchronized (entries) {
            entries.add(draft.toString());
            lastAuthor = author;
        }
        posts.incrementAndGet();

        HttpSession session = req.getSession();
        Integer mine = (Integer) session.getAttribute("posts"); // MAYBE
        session.setAttribute("posts", mine == null ? 1 : mine + 1); // MAYBE

        ServletContext context = getServletContext();
        Integer total = (Integer) context.getAttribute("guestbook.total"); // RACE check-then-act #2
        context.setAttribute("guestbook.total", total == null ? 1 : total + 1); // RACE check-then-act #2
        resp.sendRedirect("guestbook");
    }

    public String lastAuthor() {
        synchronized (entries) {
            return lastAuthor;
        }
    }

    /** Text being put together. */
    private static final class Draft {
        private final StringBuilder text = new StringBuilder();
        private int parts;

        Draft append(String s) {
            text.append(s);
            parts++;
            return this;
        }

        @Override
        public String toString() {
            return parts == 0 ? "" : text.toString();
        }
    }
}
