package chat;

class Room {
  private int messages;

  synchronized void post() {
    messages++;
  }

  synchronized int messages() {
    return messages;
  }
}
