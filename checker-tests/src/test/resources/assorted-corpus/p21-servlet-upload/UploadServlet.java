package com.docbox.web;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import javax.servlet.ServletException;
import javax.servlet.http.HttpServlet;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletResponse;
import javax.servlet.http.HttpSession;

public class UploadServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    private int uploads;
    private long bytes;
    private final Map<String, Long> perUser = new HashMap<String, Long>();
    private Map<String, String> types;
    private int initialised;

    @Override
    public void init() throws ServletException {
        initialised++;
        types = new HashMap<String, String>();
        types.put("pdf", "application/pdf");
        types.put("txt", "text/plain");
    }

    @Override
    protected void doPost(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        uploads++; // RACE rmw
        long length = req.getContentLengthLong();
        synchronized (this) {
            bytes += length;
        }
        account(req.getRemoteUser(), length);
        UploadJob job = new UploadJob(types.get(req.getParameter("type")));
        job.feed(req.getInputStream().readAllBytes());
        resp.getWriter().println(job.blocks + " blocks");
    }

    private void account(String user, long length) {
        Long old = perUser.get(user); // RACE unsafe-collection #1
        perUser.put(user, old == null ? length : old + length); // RACE unsafe-collection #1
    }

    @Override
    protected void doGet(HttpServletRequest req, HttpServletResponse resp) throws IOException {
        long b;
        synchronized (this) {
            b = bytes;
        }
        resp.getWriter().println(uploads + " uploads, " + b + " bytes");
    }

    @Override
    protected void doDelete(HttpServletRequest req, HttpServletResponse resp) {
        HttpSession session = req.getSession();
        Integer n = (Integer) session.getAttribute("deleted"); // MAYBE
        session.setAttribute("deleted", n == null ? 1 : n + 1); // MAYBE
    }

    /** One per request. */
    private static class UploadJob {
        final String type;
        int blocks;
        long size;

        UploadJob(String type) {
            this.type = type;
        }

        void feed(byte[] data) {
            for (int i = 0; i < data.length; i += 4096) {
                blocks++;
                size += Math.min(4096, data.length - i);
            }
        }
    }
}
