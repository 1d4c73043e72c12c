package se.papper.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Two threads feed the index, one at a time, because the second is started when the first is over. */
class Indexer {
  private final DocumentStore store;
  private final Map<String, List<String>> index = new HashMap<>();
  private int words;

  Indexer(DocumentStore store) {
    this.store = store;
  }

  void index(List<String> first, List<String> second) throws InterruptedException {
    Thread a = new Thread(() -> first.forEach(this::add));
    a.start();
    a.join();
    Thread b = new Thread(() -> second.forEach(this::add));
    b.start();
    b.join();
    words -= index.size();
  }

  private void add(String text) {
    for (String w : text.split(" ")) {
      List<String> docs = index.get(w);
      if (docs == null) {
        docs = new ArrayList<>();
        index.put(w, docs);
      }
      docs.add(text);
      words++;
    }
    store.append("words", text);
  }

  int words() {
    return words;
  }
}
