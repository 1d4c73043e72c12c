package org.barleyconf.parse;

import java.util.ArrayList;
import java.util.List;

/** Splits a source into tokens. Not thread safe; a parser makes its own. */
final class PropertyLexer {

    enum Kind { NAME, VALUE, OPEN, CLOSE, END }

    record Token(Kind kind, String text, int line) {}

    private final String src;
    private int pos;
    private int line = 1;
    private int depth;
    private final StringBuilder buf = new StringBuilder();
    private final List<Token> pushedBack = new ArrayList<>(2);

    PropertyLexer(String src) {
        this.src = src;
    }

    void pushBack(Token t) {
        pushedBack.add(t);
    }

    Token next() {
        if (!pushedBack.isEmpty()) {
            return pushedBack.remove(pushedBack.size() - 1);
        }
        skipBlank();
        if (pos >= src.length()) {
            return new Token(Kind.END, "", line);
        }
        char c = src.charAt(pos);
        switch (c) {
            case '{':
                pos++;
                depth++;
                return new Token(Kind.OPEN, "{", line);
            case '}':
                pos++;
                if (--depth < 0) {
                    throw new IllegalStateException("unbalanced } in line " + line);
                }
                return new Token(Kind.CLOSE, "}", line);
            case '=':
                pos++;
                return new Token(Kind.VALUE, readUntil("\n}"), line);
            default:
                return new Token(Kind.NAME, readUntil("={}\n"), line);
        }
    }

    private String readUntil(String stops) {
        buf.setLength(0);
        while (pos < src.length() && stops.indexOf(src.charAt(pos)) < 0) {
            buf.append(src.charAt(pos++));
        }
        return buf.toString().trim();
    }

    private void skipBlank() {
        while (pos < src.length() && Character.isWhitespace(src.charAt(pos))) {
            if (src.charAt(pos) == '\n') {
                line++;
            }
            pos++;
        }
    }
}
