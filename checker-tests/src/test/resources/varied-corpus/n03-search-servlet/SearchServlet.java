package com.pinewood.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

public class SearchServlet extends HttpServlet {
    private static final int HISTORY = 50;

    private final AtomicLong served = new AtomicLong();
    private final List<String> recent = new ArrayList<>();
    private Index index;
    private int misses;
    private String banner;

    @Override
    public void init() throws ServletException {
        banner = getServletConfig() == null ? "" : getServletConfig().getInitParameter("banner");
        if (banner == null) {
            banner = "search";
        }
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        String q = req.getParameter("q");
        if (q == null) {
            resp.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        q = q.toLowerCase(Locale.ROOT);
        List<String> hits = index().find(q);
        if (hits.isEmpty()) {
            misses++; // RACE rmw
        }
        remember(q);
        served.incrementAndGet();
        int shown = 0;
        StringBuilder out = new StringBuilder(banner).append('\n');
        for (String hit : hits) {
            out.append(++shown).append(' ').append(hit).append('\n');
        }
        resp.getWriter().write(out.toString());
    }

    private Index index() {
        if (index == null) { // RACE check-then-act #1
            index = new Index(getServletContext().getRealPath("/WEB-INF/index")); // RACE check-then-act #1
        }
        return index;
    }

    private void remember(String q) {
        if (recent.size() >= HISTORY) { // RACE unsafe-collection #2
            recent.remove(0); // RACE unsafe-collection #2
        }
        recent.add(q); // RACE unsafe-collection #2
    }

    int misses() {
        return misses;
    }

    long served() {
        return served.get();
    }
}
