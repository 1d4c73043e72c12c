package k43;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** Recursive descent; an instance parses one text and is thrown away. Not thread-safe. */
class ExpressionParser {
    private final String src;
    private int pos;
    private int depth;
    private int errors;
    private final Deque<String> scopes = new ArrayDeque<>();
    private final Map<String, Integer> usages = new HashMap<>();

    ExpressionParser(String src) {
        this.src = src;
    }

    double parse() {
        double v = sum();
        if (pos < src.length()) {
            errors++;
        }
        return v;
    }

    private double sum() {
        double v = product();
        while (pos < src.length() && (peek() == '+' || peek() == '-')) {
            char op = src.charAt(pos++);
            double r = product();
            v = op == '+' ? v + r : v - r;
        }
        return v;
    }

    private double product() {
        double v = atom();
        while (pos < src.length() && (peek() == '*' || peek() == '/')) {
            char op = src.charAt(pos++);
            double r = atom();
            v = op == '*' ? v * r : v / r;
        }
        return v;
    }

    private double atom() {
        if (pos >= src.length()) {
            errors++;
            return 0;
        }
        if (peek() == '(') {
            pos++;
            depth++;
            scopes.push("paren@" + pos);
            double v = sum();
            pos++;
            depth--;
            scopes.pop();
            return v;
        }
        int start = pos;
        while (pos < src.length() && Character.isLetterOrDigit(peek())) {
            pos++;
        }
        String word = src.substring(start, pos);
        if (word.isEmpty()) {
            pos++;
            errors++;
            return 0;
        }
        usages.merge(word, 1, Integer::sum);
        return Character.isDigit(word.charAt(0)) ? Double.parseDouble(word) : word.length();
    }

    private char peek() {
        return src.charAt(pos);
    }

    int errors() {
        return errors + depth;
    }
}
