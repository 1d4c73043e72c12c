package interner;

import java.util.ArrayList;
import java.util.List;

/** An immutable dotted name. */
public final class QualifiedName {

    private static final Interner<QualifiedName> INTERNER = Interners.newStrongInterner();

    private final List<String> parts;
    private int hash;
    private String text;

    private QualifiedName(List<String> parts) {
        this.parts = List.copyOf(parts);
    }

    public static QualifiedName parse(String s) {
        Builder b = new Builder();
        int from = 0;
        for (int dot = s.indexOf('.'); dot >= 0; dot = s.indexOf('.', from)) {
            b.add(s.substring(from, dot));
            from = dot + 1;
        }
        return b.add(s.substring(from)).build();
    }

    @Override
    public int hashCode() {
        int h = hash;
        if (h == 0) {
            h = parts.hashCode();
            hash = h;
        }
        return h;
    }

    @Override
    public boolean equals(Object o) {
        return o instanceof QualifiedName && ((QualifiedName) o).parts.equals(parts);
    }

    @Override
    public String toString() {
        String t = text;
        if (t == null) {
            t = String.join(".", parts);
            text = t;
        }
        return t;
    }

    public static final class Builder {
        private final List<String> parts = new ArrayList<>();
        private int length;

        public Builder add(String part) {
            parts.add(part);
            length += part.length() + 1;
            return this;
        }

        public int length() {
            return length == 0 ? 0 : length - 1;
        }

        public QualifiedName build() {
            return INTERNER.intern(new QualifiedName(parts));
        }
    }
}
