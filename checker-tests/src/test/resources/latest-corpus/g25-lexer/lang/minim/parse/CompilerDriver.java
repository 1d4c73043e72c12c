package lang.minim.parse;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

public class CompilerDriver {
    private final SymbolTable symbols = new SymbolTable();
    private final Diagnostics diagnostics = new Diagnostics(100);

    /** Lexes all units in parallel, returning the token count of each. */
    public Map<String, Integer> lexAll(Map<String, String> units) {
        Map<String, CompletableFuture<Integer>> running = new LinkedHashMap<>();
        units.forEach((name, text) -> running.put(name, CompletableFuture.supplyAsync(() -> lex(name, text))));
        Map<String, Integer> out = new LinkedHashMap<>();
        running.forEach((name, f) -> out.put(name, f.join()));
        return out;
    }

    private int lex(String name, String text) {
        Lexer lexer = new Lexer(text, symbols);
        int tokens = 0;
        int id;
        while ((id = lexer.next()) >= 0) {
            tokens++;
            if (id > 60_000) {
                diagnostics.error(name, lexer.line(), "too many names");
            }
        }
        return tokens;
    }

    public List<String> problems() {
        return diagnostics.list();
    }
}
