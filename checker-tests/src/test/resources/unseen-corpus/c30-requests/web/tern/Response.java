package web.tern;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Immutable; built by its builder. */
public final class Response {
  private final int status;
  private final Map<String, String> headers;
  private final List<String> body;
  private final int length;

  private Response(Builder b) {
    int n = 0;
    for (String line : b.body) {
      n += line.length();
    }
    this.status = b.status;
    this.headers = Map.copyOf(b.headers);
    this.body = List.copyOf(b.body);
    this.length = n;
  }

  public static Builder ok() {
    return new Builder(200);
  }

  public int length() {
    return length;
  }

  public static final class Builder {
    private final Map<String, String> headers = new TreeMap<>();
    private final List<String> body = new ArrayList<>();
    private int status;
    private int lines;

    private Builder(int status) {
      this.status = status;
    }

    public Builder header(String k, String v) {
      String old = headers.get(k);
      headers.put(k, old == null ? v : old + "," + v);
      return this;
    }

    public Builder line(String s) {
      body.add(++lines + " " + s);
      return this;
    }

    public Builder failIfEmpty() {
      if (body.isEmpty()) {
        status = 500;
      }
      return this;
    }

    public Response build() {
      return new Response(this);
    }
  }
}
