package jsonscan;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A pull scanner. Not thread-safe; create one for each document. */
final class JsonScanner {

    private final String text;
    private final Deque<Object> stack = new ArrayDeque<>();
    private int pos;
    private int line = 1;
    private int depth;
    private int maxDepth;

    JsonScanner(String text) {
        this.text = text;
    }

    Object parse() {
        skip();
        char c = text.charAt(pos);
        if (c == '{') {
            return parseObject();
        } else if (c == '[') {
            return parseArray();
        } else if (c == '"') {
            return parseString();
        }
        return parseWord();
    }

    private Map<String, Object> parseObject() {
        Map<String, Object> map = new LinkedHashMap<>();
        enter(map);
        while (peek() != '}') {
            String key = parseString();
            skip();
            expect(':');
            if (map.containsKey(key)) {
                throw new IllegalStateException("duplicate key at line " + line);
            }
            map.put(key, parse());
            if (peek() == ',') {
                pos++;
                skip();
            }
        }
        leave();
        return map;
    }

    private List<Object> parseArray() {
        List<Object> list = new ArrayList<>();
        enter(list);
        while (peek() != ']') {
            list.add(parse());
            if (peek() == ',') {
                pos++;
            }
        }
        leave();
        return list;
    }

    private void enter(Object o) {
        pos++;
        stack.push(o);
        depth++;
        if (depth > maxDepth) {
            maxDepth = depth;
        }
        skip();
    }

    private void leave() {
        pos++;
        depth--;
        stack.pop();
    }

    private char peek() {
        skip();
        return text.charAt(pos);
    }

    private String parseString() {
        expect('"');
        int from = pos;
        while (text.charAt(pos) != '"') {
            pos++;
        }
        return text.substring(from, pos++);
    }

    private String parseWord() {
        int from = pos;
        while (pos < text.length() && Character.isLetterOrDigit(text.charAt(pos))) {
            pos++;
        }
        return text.substring(from, pos);
    }

    private void expect(char c) {
        if (text.charAt(pos++) != c) {
            throw new IllegalStateException("expected " + c + " at line " + line);
        }
    }

    private void skip() {
        while (pos < text.length() && Character.isWhitespace(text.charAt(pos))) {
            if (text.charAt(pos++) == '\n') {
                line++;
            }
        }
    }

    int maxDepth() {
        return maxDepth;
    }
}
