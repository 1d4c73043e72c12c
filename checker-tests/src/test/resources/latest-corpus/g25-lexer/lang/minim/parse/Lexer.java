package lang.minim.parse;

/** One per source text. */
final class Lexer {
    private final String src;
    private final SymbolTable symbols;
    private int pos;
    private int line = 1;

    Lexer(String src, SymbolTable symbols) {
        this.src = src;
        this.symbols = symbols;
    }

    /** Next token: an id, or -1 at the end. */
    int next() {
        while (pos < src.length() && !Character.isLetter(src.charAt(pos))) {
            if (src.charAt(pos) == '\n') {
                line++;
            }
            pos++;
        }
        if (pos == src.length()) {
            return -1;
        }
        int start = pos;
        while (pos < src.length() && Character.isLetterOrDigit(src.charAt(pos))) {
            pos++;
        }
        return symbols.idOf(symbols.canonical(src.substring(start, pos)));
    }

    int line() {
        return line;
    }
}
