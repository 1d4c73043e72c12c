package app.plauder.export;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

record Message(String author, String text, long at) {}

/** Renders the messages of a chat in parallel and writes them in order. */
class ChatExport {
  private final StringBuilder out = new StringBuilder();
  private int written;
  private int rendered;
  private int masked;

  /** forEachOrdered hands over one element at a time, each one after the one before. */
  String export(List<Message> messages) {
    messages.parallelStream()
        .map(this::render)
        .forEachOrdered(
            line -> {
              out.append(line).append('\n');
              written++;
            });
    return out.toString();
  }

  /** The stages before it run on all cores. */
  private String render(Message message) {
    rendered++; // RACE rmw
    return "[" + message.at() + "] " + message.author() + ": " + message.text();
  }

  List<String> exportMasked(List<Message> messages) {
    return messages.parallelStream()
        .peek(m -> masked += m.author().isEmpty() ? 0 : 1) // RACE rmw
        .map(m -> "***: " + m.text())
        .collect(Collectors.toList());
  }

  String footer() {
    return written + " of " + rendered + ", " + masked + " masked";
  }
}

/** Short chats are exported without any parallelism, whatever the caller's stream was. */
class ShortChatExport {
  private final List<String> lines = new ArrayList<>();
  private int characters;

  void export(List<Message> messages) {
    messages.parallelStream()
        .sequential()
        .forEach(
            m -> {
              lines.add(m.text());
              characters += m.text().length();
            });
  }

  String text() {
    return characters == 0 ? "" : String.join("\n", lines);
  }
}
