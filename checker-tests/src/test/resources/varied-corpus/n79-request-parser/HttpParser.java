package http.parse;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Incremental parser; one per connection. */
class HttpParser {
    enum State { START, HEADER_NAME, HEADER_VALUE, BODY, DONE }

    private State state = State.START;
    private final StringBuilder token = new StringBuilder();
    private final Map<String, String> headers = new HashMap<>();
    private String name;
    private int line;
    private int remaining;

    boolean feed(String chunk) {
        for (int i = 0; i < chunk.length() && state != State.DONE; i++) {
            char c = chunk.charAt(i);
            switch (state) {
                case START:
                    if (c == '\n') {
                        line++;
                        token.setLength(0);
                        state = State.HEADER_NAME;
                    } else {
                        token.append(c);
                    }
                    break;
                case HEADER_NAME:
                    if (c == ':') {
                        name = token.toString().trim().toLowerCase(Locale.ROOT);
                        token.setLength(0);
                        state = State.HEADER_VALUE;
                    } else if (c == '\n') {
                        line++;
                        remaining = Integer.parseInt(headers.getOrDefault("content-length", "0"));
                        state = remaining == 0 ? State.DONE : State.BODY;
                    } else {
                        token.append(c);
                    }
                    break;
                case HEADER_VALUE:
                    if (c == '\n') {
                        line++;
                        headers.merge(name, token.toString().trim(), (a, b) -> a + ", " + b);
                        token.setLength(0);
                        state = State.HEADER_NAME;
                    } else {
                        token.append(c);
                    }
                    break;
                default:
                    if (--remaining == 0) {
                        state = State.DONE;
                    }
            }
        }
        return state == State.DONE;
    }

    int lines() {
        return line;
    }
}
