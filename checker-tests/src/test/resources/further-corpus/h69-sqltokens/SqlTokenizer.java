package sqltokens;

import java.util.ArrayList;
import java.util.List;

/** Splits statements. An instance is reused, but never by two threads at the same time. */
final class SqlTokenizer {

    private char[] buffer = new char[64];
    private int length;
    private int uses;
    private String last;

    List<String> tokens(String sql) {
        uses++;
        List<String> out = new ArrayList<>();
        for (int i = 0; i < sql.length(); i++) {
            char c = sql.charAt(i);
            if (Character.isWhitespace(c)) {
                end(out);
            } else {
                if (length == buffer.length) {
                    buffer = java.util.Arrays.copyOf(buffer, length * 2);
                }
                buffer[length++] = c;
            }
        }
        end(out);
        last = sql;
        return out;
    }

    private void end(List<String> out) {
        if (length > 0) {
            out.add(new String(buffer, 0, length));
            length = 0;
        }
    }

    int uses() {
        return uses;
    }

    boolean sameAsLast(String sql) {
        return sql.equals(last);
    }
}
