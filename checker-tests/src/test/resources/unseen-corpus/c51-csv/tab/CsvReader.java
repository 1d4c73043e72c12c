package tab;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Pull parser for delimited text. A reader serves whoever created it. */
public class CsvReader implements AutoCloseable {
  private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("dd.MM.yyyy");

  private final BufferedReader in;
  private final Map<String, Integer> columns = new HashMap<>();
  private List<String> row = List.of();
  private int lineNo;
  private int bad;

  public CsvReader(Reader in) throws IOException {
    this.in = new BufferedReader(in);
    String head = this.in.readLine();
    if (head != null) {
      lineNo++;
      for (String c : split(head)) {
        if (!columns.containsKey(c)) {
          columns.put(c, columns.size());
        }
      }
    }
  }

  public boolean next() throws IOException {
    for (String line; (line = in.readLine()) != null;) {
      lineNo++;
      row = split(line);
      if (row.size() >= columns.size()) {
        return true;
      }
      bad++;
    }
    return false;
  }

  private static List<String> split(String line) {
    List<String> out = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (char c : line.toCharArray()) {
      if (c == '"') {
        quoted = !quoted;
      } else if (c == ';' && !quoted) {
        out.add(cell.toString());
        cell.setLength(0);
      } else {
        cell.append(c);
      }
    }
    out.add(cell.toString());
    return out;
  }

  public String text(String column) {
    return row.get(columns.get(column));
  }

  public LocalDate date(String column) {
    return LocalDate.parse(text(column), DATE);
  }

  public BigDecimal money(String column) {
    return new BigDecimal(text(column).replace(',', '.'));
  }

  public String position() {
    return "line " + lineNo + ", " + bad + " bad";
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
