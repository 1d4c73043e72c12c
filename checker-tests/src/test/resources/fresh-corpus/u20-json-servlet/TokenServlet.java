package com.acorn.json;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.text.SimpleDateFormat;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Counts the tokens of a posted document. */
public class TokenServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private static final ThreadLocal<StringBuilder> SCRATCH = ThreadLocal.withInitial(() -> new StringBuilder(256));
  private static final ThreadLocal<SimpleDateFormat> DATE =
      ThreadLocal.withInitial(() -> new SimpleDateFormat("yyyy-MM-dd"));
  private static final ThreadLocal<int[]> DOCUMENTS = ThreadLocal.withInitial(() -> new int[1]);

  private final AtomicLong tokens = new AtomicLong();
  private int initCalls;
  private String greeting;

  @Override
  public void init() {
    initCalls++;
    greeting = getServletConfig().getInitParameter("greeting");
    if (greeting == null) {
      greeting = "tokens";
    }
  }

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
    StringBuilder body = SCRATCH.get();
    body.setLength(0);
    int lines = 0;
    try (BufferedReader in = request.getReader()) {
      for (String l = in.readLine(); l != null; l = in.readLine()) {
        body.append(l).append('\n');
        lines++;
      }
    }
    String text = body.toString();
    List<String> found = new JsonTokenizer(text, body).tokenize();
    int mine = ++DOCUMENTS.get()[0];
    long all = tokens.addAndGet(found.size());
    response.getWriter().println(greeting + " " + found.size() + "/" + all + " in " + lines + " lines on "
        + DATE.get().format(new Date()) + ", document " + mine + " of this thread, init " + initCalls);
  }
}
