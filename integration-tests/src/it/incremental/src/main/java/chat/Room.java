package chat;

class Room {
  private int messages;

  void post() {
    messages++;
  }

  int messages() {
    return messages;
  }
}
